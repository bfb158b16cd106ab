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
    private const int SentenceWords = 15;
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
        // Where nobody else on the machine would look for it.
        var under = app.MapGroup(Value("--request-path"));
        under.MapGet("/health", () => "ok");
        under.MapPost("/v1/audio/transcriptions", async (HttpRequest request) =>
        {
            await request.Body.CopyToAsync(Stream.Null);
            var step = WindowSeconds / Words;
            var words = Enumerable.Range(0, Words).Select(index => new
            {
                word = Word(index),
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
        await app.RunAsync($"http://127.0.0.1:{Value("--port")}");

        string Value(string name) => args[Array.IndexOf(args, name) + 1];
    }

    // Any words will do, but not the same ones over and over: that is what a recogniser in a loop writes.
    private static string Word(int index)
    {
        var letters = string.Concat(Enumerable.Range(0, Random.Shared.Next(2, 9)).Select(_ => (char)Random.Shared.Next('a', 'z' + 1)));
        return (index % SentenceWords) switch
        {
            0 => " " + char.ToUpperInvariant(letters[0]) + letters[1..],
            SentenceWords - 1 => " " + letters + ".",
            _ => " " + letters,
        };
    }

    // Started by "dotnet", the program itself must be named; as an executable of its own it need not.
    private static string Own() =>
        Path.GetFileNameWithoutExtension(Process.GetCurrentProcess().MainModule!.FileName) == "dotnet"
            ? $"'{Path.Combine(AppContext.BaseDirectory, "Notulen.Benchmarks.dll")}'"
            : "";
}
