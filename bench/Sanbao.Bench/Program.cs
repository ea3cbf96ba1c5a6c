using Sanbao.Bench;

// Every benchmark has one line here; bench/run runs all or those named.
Benchmark[] all =
[
    new("entitlements", EntitlementBench.Run),
    new("deadlines", DeadlineBench.Run),
    new("store", StoreBench.Run),
    new("import", ImportBench.Run),
    new("cold-start", ColdStartBench.Run),
    new("strangers", StrangersBench.Run),
    new("requests", HttpBench.Run),
];

var options = Options.Read(args);
var chosen = all.Where(b => options.Names.Count == 0 || options.Names.Contains(b.Name)).ToList();
if (chosen.Count == 0 || options.Names.Except(all.Select(b => b.Name)).Any())
{
    Console.Error.WriteLine($"Usage: bench/run [NAME...] {Options.Usage}; names: {string.Join(", ", all.Select(b => b.Name))}");
    return 2;
}
foreach (var benchmark in chosen)
{
    Console.WriteLine($"\n## {benchmark.Name}\n");
    await benchmark.Run(options);
}
return 0;

internal sealed record Benchmark(string Name, Func<Options, Task> Run);
