using System.Collections.Immutable;
using Sanbao.Domain.Charters;

namespace Sanbao.Data;

/// <summary>What the company decided about itself; one row.</summary>
public sealed class CompanySettings
{
    public const int Only = 1;

    public int Id { get; private set; } = Only;
    public string Name { get; set; } = "";
    /// <summary>For English pages and forms; empty: the name as it is.</summary>
    public string NameEn { get; set; } = "";
    /// <summary>IANA name of the zone in which the company's days are counted.</summary>
    public string Zone { get; set; } = "Asia/Shanghai";
    /// <summary>GB/T 2260 prefixes of the city area; they count for charters that name none.</summary>
    public ImmutableArray<string> CityPrefixes { get; set; } = [];
    /// <summary>The charter of requests for which none is more specific.</summary>
    public string DefaultCharter { get; set; } = "S1";
    public string DefaultLanguage { get; set; } = "zh-Hans";
    /// <summary>The last part of a promise's time in which it warns, in whole per cent; counts for deadlines that are computed from now
    /// on.</summary>
    public int WarningShare { get; set; } = EarlyWarning.Usual.Share;
    /// <summary>Made up to try the product out: the sign-in page tells the demo accounts.</summary>
    public bool Demo { get; set; }
    /// <summary>Somebody asked for the demo data by name, who may show them to other machines, too.</summary>
    public bool DemoAsked { get; set; }
    /// <summary>Counts the changes of the company's own days off and days worked.</summary>
    public long DaysChanged { get; set; }
    /// <summary>Up to which of these changes the deadlines of open requests were computed again; behind <see cref="DaysChanged"/>, the duty
    /// has work.</summary>
    public long DaysApplied { get; set; }
    /// <summary>Counts the changes of everything else.</summary>
    public long Version { get; set; }
}
