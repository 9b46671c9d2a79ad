namespace Twin.Tests.Commands;

/// <summary>A clock that stands until somebody moves it.</summary>
internal sealed class HandClock : TimeProvider
{
    private TimeSpan passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => passed.Ticks;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2025, 6, 12, 0, 0, 0, TimeSpan.Zero) + passed;

    public void Pass(TimeSpan time) => passed += time;
}
