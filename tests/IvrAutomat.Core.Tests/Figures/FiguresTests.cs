using IvrAutomat.Figures;

namespace IvrAutomat.Core.Tests.Figures;

/// <summary>Worked examples, as one would count them by hand.</summary>
public sealed class FiguresTests
{
    private static readonly DateTimeOffset Today = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void TenWaits_CountAsByHand()
    {
        // Six answered after 5, 10, 15, 20, 40 and 90 s; two hung up after 30 s and one after 3 s; one chose to be called back.
        var figures = QueueFigures.Of(
        [
            .. ((int[])[5, 10, 15, 20, 40, 90]).Select(wait => new WaitEnd(TimeSpan.FromSeconds(wait), WaitEnding.Answered, TimeSpan.FromSeconds(100 + wait))),
            new(TimeSpan.FromSeconds(30), WaitEnding.Abandoned),
            new(TimeSpan.FromSeconds(30), WaitEnding.Abandoned),
            new(TimeSpan.FromSeconds(3), WaitEnding.Abandoned),
            new(TimeSpan.FromSeconds(60), WaitEnding.Left),
        ]);
        Assert.Equal((10, 6, 3), (figures.Offered, figures.Answered, figures.Abandoned));
        Assert.Equal(4 / 8d, figures.ServiceLevel);
        Assert.Equal(TimeSpan.FromSeconds(30), figures.Asa);
        Assert.Equal(TimeSpan.FromSeconds(130), figures.Aht);
        Assert.Equal(0.3, figures.Abandonment);
    }

    [Fact]
    public void ACallback_CountsForTheHandling_AndNotForHowFastTheLineWasAnswered()
    {
        var figures = QueueFigures.Of(
        [
            new(TimeSpan.FromSeconds(10), WaitEnding.Answered, TimeSpan.FromSeconds(60)),
            new(TimeSpan.FromSeconds(50), WaitEnding.Left),
            new(TimeSpan.FromMinutes(90), WaitEnding.CalledBack, TimeSpan.FromSeconds(120)),
        ]);
        Assert.Equal((2, 1, 0), (figures.Offered, figures.Answered, figures.Abandoned));
        Assert.Equal(1, figures.ServiceLevel);
        Assert.Equal(TimeSpan.FromSeconds(10), figures.Asa);
        Assert.Equal(TimeSpan.FromSeconds(90), figures.Aht);
    }

    [Fact]
    public void FivePromises_CountAsByHand()
    {
        // "Two to four minutes": answered after three, after one, after five; left after one, which breaks nothing, and after six, which does.
        var figures = PromiseFigures.Of([Told(3), Told(1), Told(5), Told(1, answered: false), Told(6, answered: false)]);
        Assert.Equal(new PromiseFigures(Told: 4, Kept: 2, Sooner: 1), figures);
        Assert.Equal(0.5, figures.Share);
        Assert.Null(PromiseFigures.Of([]).Share);

        static WaitPromise Told(int minutes, bool answered = true)
            => new(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(minutes), answered);
    }

    [Fact]
    public void NobodyWaited_NothingIsShared() => Assert.Equal(new QueueFigures(0, 0, 0, null, null, null, null), QueueFigures.Of([]));

    [Fact]
    public void EveryCall_IsInExactlyOneOfTheFourNumbers()
    {
        var contained = Containment.Of(
            [
                At(9, "a"), At(10, "b"), At(11, "b"), At(12), At(13), At(14, "c", toPerson: true), At(15, toPerson: true), At(-1, "a"),
            ],
            Today, Today.AddDays(1));
        Assert.Equal(new Containment(Resolved: 2, CalledAgain: 1, HungUp: 2, HandedOver: 2), contained);
        Assert.Equal(7, contained.All);
    }

    [Fact]
    public void CallAgainAfterMoreThanSevenDays_DoesNotCount() => Assert.Equal(
        new Containment(1, 0, 0, 0), Containment.Of([At(9, "a"), At(9 + (7 * 24) + 1, "a")], Today, Today.AddDays(1)));

    private static CallFigure At(int hour, string? order = null, bool toPerson = false) => new(Today.AddHours(hour), order, toPerson);
}
