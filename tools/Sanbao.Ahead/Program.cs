using Sanbao.Ahead;

// Sanbao.Ahead FOLDER OUT.mibc: the methods that processes wrote into the folder, as a profile for the compiler ahead.
if (args is not [var folder, var file])
{
    Console.Error.WriteLine("Sanbao.Ahead FOLDER OUT.mibc");
    return 2;
}
var called = Directory.EnumerateFiles(folder, "*.called").SelectMany(File.ReadLines).CountBy(line => line)
    // A process that is killed leaves half a line.
    .Where(l => l.Key.Count(c => c == '\t') == MethodLine.Tabs)
    .Select(l => new CalledMethod(l.Key, l.Value)).OrderBy(l => l.Line, StringComparer.Ordinal).ToList();
await Profile.WriteAsync(called, file);
Console.WriteLine($"{called.Count} methods of {Directory.EnumerateFiles(folder, "*.called").Count()} processes");
return 0;
