using System.Collections.Immutable;

namespace Sanbao.Domain.Entitlement;

/// <summary>What is not known about a case and would matter: dates and readings as facts, and kinds of proof.</summary>
internal struct Gaps
{
    private FactSet facts;
    private ImmutableArray<string> proofs;

    public readonly bool IsNone => facts == default && proofs.IsDefaultOrEmpty;

    public void Add(Fact fact) => facts = facts.With(fact);

    public void Add(string proof)
    {
        if (proofs.IsDefault) proofs = [];
        if (!proofs.Contains(proof)) proofs = proofs.Add(proof);
    }

    public void Add(in Gaps others)
    {
        facts |= others.facts;
        if (others.proofs.IsDefault) return;
        foreach (var proof in others.proofs) Add(proof);
    }

    /// <summary>One reason for each, in the order in which facts are listed, proofs last.</summary>
    public readonly ImmutableArray<Reason> ToReasons()
    {
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        for (var fact = Fact.On; fact <= Fact.Goodwill; fact++)
            if (facts.Contains(fact)) reasons.Add(new(ReasonCode.Missing, fact));
        if (!proofs.IsDefault)
            foreach (var proof in proofs) reasons.Add(new(ReasonCode.Missing, new Proof(proof)));
        return reasons.ToImmutable();
    }
}

/// <summary>A kind of proof, by the charter's word: commissioning, invoice.</summary>
public readonly record struct Proof(string Kind);
