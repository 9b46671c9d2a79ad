using Twin.Core.Engine;

namespace Twin.Cli.Output;

/// <summary>A file of rows over time that is written while the run goes on.</summary>
internal interface ISeriesFile : IRowSink, IDisposable
{
    /// <summary>Writes what is still held and hands all rows to the disk; no row may follow.</summary>
    void Finish();
}
