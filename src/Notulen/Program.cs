using Notulen.App.CommandLine;

// Every verb is one class in Commands/. See src/README.md for the map.
return await NotulenCommandLine.RunAsync(args);
