namespace Sanbao.Web.Features.Demo;

/// <summary>Chance that falls the same way for the same seed, so that two people see the same screens.</summary>
#pragma warning disable CA5394 // Nothing secret is drawn.
internal sealed class Dice(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>From 0 to below <paramref name="below"/>.</summary>
    public int Number(int below) => random.Next(below);

    /// <summary>Both ends inclusive.</summary>
    public int Between(int least, int most) => random.Next(least, most + 1);

    public double Share() => random.NextDouble();

    public bool Chance(int percent) => random.Next(100) < percent;

    public T Of<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>A span between two numbers of minutes, mostly nearer to the shorter.</summary>
    public TimeSpan Minutes(int least, int most) =>
        TimeSpan.FromMinutes(Math.Floor(least + (most - least) * Math.Pow(random.NextDouble(), 2)));
}
