using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Journal;
using Sanbao.Domain.Charters;

namespace Sanbao.Data.Mappings;

/// <summary>Tables of the company as a whole: identity, settings, charters, counters, journal, keys of repeated writes, outbox.</summary>
internal static class CompanyMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<CompanyIdentity>().ToTable("com_identity").HasKey(i => i.Id);
        model.Entity<CompanySettings>(settings =>
        {
            settings.ToTable("com_settings").HasKey(s => s.Id);
            settings.Property(s => s.Version).IsConcurrencyToken();
            settings.Property(s => s.CityPrefixes).HasConversion<CodesConverter, ArrayComparer<string>>();
        });
        model.Entity<CharterVersion>(charter =>
        {
            charter.ToTable("com_charters").HasKey(c => new { c.Code, c.Version }).Says("text", "charter-change.number-taken-now");
        });
        model.Entity<CharterChange>(change =>
        {
            change.ToTable("com_charter_changes").HasKey(c => c.Id);
            change.HasIndex(c => new { c.Status, c.WrittenAt });
            change.HasIndex(c => new { c.Code, c.Number });
        });
        model.Entity<CompanyDays>().ToTable("com_days").HasKey(d => d.Id);
        model.Entity<CompanyJournal>().ToTable("com_journal").HasKey(j => j.Id);
        model.Entity<ProtectionKey>().ToTable("com_protection_keys").HasKey(k => k.Name);
        model.Entity<Counter>().ToTable("com_counters").HasKey(c => c.Name);
        model.Entity<JournalLine>(line =>
        {
            line.ToTable("jou_lines").HasKey(l => new { l.DocumentId, l.Index });
        });
        model.Entity<IdempotencyKey>(key =>
        {
            key.ToTable("com_idempotency_keys").HasKey(k => k.Key);
            key.HasIndex(k => k.CreatedAt);
        });
        model.Entity<SavedView>(view =>
        {
            view.ToTable("com_saved_views").HasKey(v => v.Id);
            view.HasIndex(v => new { v.List, v.OwnerId, v.Name }).IsUnique("name", "view.kept-now");
        });
    }
}
