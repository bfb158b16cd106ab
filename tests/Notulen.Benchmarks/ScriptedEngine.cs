using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Notulen.Benchmarks;

/// <summary>A speech engine that takes no time: answers every window with as many words as people speak in it.</summary>
internal static class ScriptedEngine
{
    public const string Verb = "scripted-engine";
    private const int Words = 75;
    private const double WindowSeconds = 29;

    /// <summary>Puts a <c>whisper-server</c> in a folder that starts this one.</summary>
    /// <returns>The folder, for PATH.</returns>
    public static string Install(string folder)
    {
        var path = Path.Combine(folder, "path");
        Directory.CreateDirectory(path);
        var script = Path.Combine(path, "whisper-server");
        File.WriteAllText(script, $"#!/bin/sh\nexec '{Process.GetCurrentProcess().MainModule!.FileName}' {Own()} {Verb} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    public static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/health", () => "ok");
        app.MapPost("/v1/audio/transcriptions", async (HttpRequest request) =>
        {
            await request.Body.CopyToAsync(Stream.Null);
            var step = WindowSeconds / Words;
            var words = Enumerable.Range(0, Words).Select(index => new
            {
                word = index % 15 == 14 ? " woord." : index % 15 == 0 ? " Nog" : " een",
                start = index * step,
                end = (index + 1) * step,
                probability = 0.9,
            }).ToList();
            return Results.Json(new
            {
                language = "english",
                segments = new[] { new { start = 0.0, end = WindowSeconds, text = string.Concat(words.Select(word => word.word)), avg_logprob = -0.2, no_speech_prob = 0.01, words } },
            });
        });
        await app.RunAsync($"http://127.0.0.1:{args[Array.IndexOf(args, "--port") + 1]}");
    }

    // Started by "dotnet", the program itself must be named; as an executable of its own it need not.
    private static string Own() =>
        Path.GetFileNameWithoutExtension(Process.GetCurrentProcess().MainModule!.FileName) == "dotnet"
            ? $"'{Path.Combine(AppContext.BaseDirectory, "Notulen.Benchmarks.dll")}'"
            : "";
}
