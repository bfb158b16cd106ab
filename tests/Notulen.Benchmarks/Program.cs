using Notulen.Benchmarks;

// "./notulen bench NAME" comes here. Figures are ratios and peaks of one run on one machine, never tests.
const string Usage = "notulen bench speech [--rounds 3] [--model tiny] [--repeat 4] | notulen bench memory [--hours 8] | notulen bench minutes [--rounds 3] [--language-model NAME]";
if (args.Contains("--help"))
{
    Console.Out.WriteLine(Usage);
    return 0;
}
switch (args.FirstOrDefault())
{
    case "speech":
        return await SpeechBenchmark.RunAsync(BenchOptions.Read(args[1..]));
    case "memory":
        return await MemoryBenchmark.RunAsync(BenchOptions.Read(args[1..]));
    case "minutes":
        return await MinutesBenchmark.RunAsync(BenchOptions.Read(args[1..]));
    case ScriptedEngine.Verb:
        await ScriptedEngine.RunAsync(args[1..]);
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
