using System.Globalization;
using BenchmarkDotNet.Running;
using Twin.Bench;

if (args is ["sweep", var runs, var threads])
{
    Sweep.Report(int.Parse(runs, CultureInfo.InvariantCulture), int.Parse(threads, CultureInfo.InvariantCulture), Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(YearBenchmarks).Assembly).Run(args);
