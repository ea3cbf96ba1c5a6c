namespace Sanbao.Web.Features.Demo;

/// <summary>Something is done, at a time that follows from the one before.</summary>
internal readonly record struct DemoStep(Func<DateTimeOffset> When, Action<DateTimeOffset> Do);

/// <summary>
/// The time of one story: the telephone is answered day and night, people go on visits and into the workshop in working hours, and nothing
/// happens before what it follows. What would happen after the present does not happen: so the last days' requests are open, with their
/// clocks running.
/// </summary>
internal sealed class DemoClock(DemoStage stage, DemoCall call)
{
    private readonly Dice dice = stage.Dice;
    private DateTimeOffset at = call.ReportedAt;

    /// <summary>The call is taken in while it is told; gives when it was.</summary>
    public DateTimeOffset TakeIn()
    {
        at = call.ReportedAt + dice.Minutes(1, 12);
        if (at > stage.Now) at = stage.Now;
        return at;
    }

    /// <summary>Day or night. All minutes lie behind the step before.</summary>
    public Func<DateTimeOffset> Soon(int least, int most) => () => at + dice.Minutes(least, call.Until is null ? most : least + 4);

    /// <summary>When somebody is in the office.</summary>
    public Func<DateTimeOffset> Office(int least, int most) => () => stage.Diary.InOffice(at + dice.Minutes(least, most));

    /// <summary>By whoever is at the unit already.</summary>
    public Func<DateTimeOffset> OnTheSpot(int least, int most) => () => at.AddMinutes(dice.Between(least, most));

    /// <summary>As it was agreed, but never before what it follows.</summary>
    public DateTimeOffset Later(DateTimeOffset agreed) => agreed > at ? agreed : at.AddMinutes(1);

    /// <summary>The steps one behind the other, up to the present and as far as the call goes.</summary>
    public void Play(params ReadOnlySpan<DemoStep> steps)
    {
        for (var i = 0; i < steps.Length && i < (call.Until ?? int.MaxValue); i++)
        {
            at = steps[i].When().ToMilliseconds();
            if (at > stage.Now) return;
            steps[i].Do(at);
        }
    }
}
