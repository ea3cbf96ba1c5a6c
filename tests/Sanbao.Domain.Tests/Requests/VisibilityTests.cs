using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Tests.Requests;

public class VisibilityTests
{
    private static readonly Guid One = Guid.NewGuid(), Other = Guid.NewGuid();

    public static TheoryData<string?, bool, bool> Lookers =>
        new() { { null, false, true }, { Roles.Dealer, true, true }, { Roles.Dealer, false, false }, { Roles.Customer, true, true },
        { Roles.Customer, false, false } };

    [Theory, MemberData(nameof(Lookers))]
    public void A_unit_that_is_loaded_is_seen_by_just_those_who_would_find_it(string? role, bool theirs, bool sees)
    {
        var unit = Equipment.Create(new() { Serial = "JC-1", ProductId = Guid.NewGuid(), DealerId = One, CustomerId = One },
            new DateOnly(2026, 5, 2), Desk.Clerk, Desk.Now);
        var whose = theirs ? One : Other;
        var actor = role is null ? Desk.Clerk : new Actor(Guid.NewGuid(), "外部", [role], []) { Dealer = role == Roles.Dealer
            ? whose : null, Customer = role == Roles.Customer ? whose : null };
        actor.Sees(unit).ShouldBe(sees);
        new[] { unit }.AsQueryable().VisibleTo(actor).Any().ShouldBe(sees);
        (actor with { Roles = [Roles.Dealer], Dealer = null, Customer = null }).Sees(unit).ShouldBeFalse();
    }
}
