using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Notulen.Engines.Audio;

/// <summary>
/// The official builds of ONNX Runtime report to Microsoft how they are used, and keep a number of the machine in the
/// user's folder, unless they are told not to before they start
/// (https://github.com/microsoft/onnxruntime/blob/main/docs/Privacy.md). Nothing leaves the house: they are told.
/// </summary>
internal static class OnnxTelemetry
{
    private const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <summary>Must come before anything else of ONNX Runtime in this process.</summary>
    public static void TurnOff()
    {
        // On Unix .NET keeps variables to itself; native code does not see those that it sets.
        if (OperatingSystem.IsWindows())
            Environment.SetEnvironmentVariable(Variable, "1");
        else if (SetVariable(Variable, "1", overwrite: 1) != 0)
            throw new InvalidOperationException($"{Variable} cannot be set.");
        OrtEnv.Instance().DisableTelemetryEvents();
    }

    [DllImport("libc", EntryPoint = "setenv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetVariable([MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);
}
