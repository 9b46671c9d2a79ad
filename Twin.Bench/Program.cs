using BenchmarkDotNet.Running;
using Twin.Bench;

BenchmarkSwitcher.FromAssembly(typeof(YearBenchmarks).Assembly).Run(args);
