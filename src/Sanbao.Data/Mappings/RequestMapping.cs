using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sanbao.Data.Json;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Requests;

namespace Sanbao.Data.Mappings;

internal static class RequestMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ServiceRequest>(request =>
        {
            request.ToTable("req_requests").HasKey(r => r.Id);
            Lists(request);
            request.Property(r => r.ModesTried).HasConversion<EnumsConverter<ServiceMode>, ArrayComparer<ServiceMode>>();
            request.Property(r => r.PausedBy).HasConversion<EnumsConverter<PauseParty>, ArrayComparer<PauseParty>>();
            request.Ignore(r => r.Deadlines).Ignore(r => r.VisitAhead);
            References(request);
        });
        Children(model);
    }

    /// <summary>Every list is read along one of these; the row id is the last key, so that pages never skip or repeat.</summary>
    private static void Lists(EntityTypeBuilder<ServiceRequest> request)
    {
        request.HasIndex(r => r.Seq).IsUnique();
        request.HasIndex(r => r.Number).IsUnique();
        // For each whose it is: nobody learns by a refusal what others' programs call their requests.
        request.HasIndex(r => new { r.ReferenceOf, r.ExternalReference }).IsUnique("externalReference", "external-reference.taken");
        request.HasIndex(r => new { r.Status, r.NextDue, r.Seq });
        request.HasIndex(r => new { r.NextDue, r.Seq });
        request.HasIndex(r => new { r.Status, r.ReportedAt, r.Seq });
        request.HasIndex(r => new { r.ReportedAt, r.Seq });
        request.HasIndex(r => new { r.UpdatedAt, r.Seq });
        request.HasIndex(r => new { r.ClosedAt, r.Seq }).HasFilter("closed_at IS NOT NULL");
        request.HasIndex(r => new { r.AssigneeId, r.Status, r.NextDue, r.Seq });
        // With all that the history of a unit sums up, so that a long one is read from the index alone.
        request.HasIndex(r => new { r.EquipmentId, r.ReportedAt, r.Status, r.FailedRepairs, r.FailedRepairDays });
        // With the status, so that what is open of a customer is counted from the index alone.
        request.HasIndex(r => new { r.CustomerId, r.ReportedAt, r.Status });
        request.HasIndex(r => r.SerialKey);
        // The latest of a model, for cases that are alike.
        request.HasIndex(r => new { r.Model, r.Seq });
    }

    private static void References(EntityTypeBuilder<ServiceRequest> request)
    {
        request.HasOne<Customer>().WithMany().HasForeignKey(r => r.CustomerId).OnDelete(DeleteBehavior.Restrict);
        request.HasOne<Equipment>().WithMany().HasForeignKey(r => r.EquipmentId).OnDelete(DeleteBehavior.Restrict);
        request.HasMany(r => r.Events).WithOne().HasForeignKey(e => e.RequestId);
        request.HasMany(r => r.Judgements).WithOne().HasForeignKey(j => j.RequestId);
        request.HasMany(r => r.Notes).WithOne().HasForeignKey(n => n.RequestId);
        request.HasMany(r => r.Repairs).WithOne().HasForeignKey(r => r.RequestId);
        request.HasMany(r => r.Visits).WithOne().HasForeignKey(v => v.RequestId);
    }

    private static void Children(ModelBuilder model)
    {
        model.Entity<RequestEvent>().ToTable("req_events").HasKey(e => new { e.RequestId, e.Index });
        model.Entity<Judgement>(judgement =>
        {
            judgement.ToTable("req_judgements").HasKey(j => new { j.RequestId, j.Index });
            judgement.Property(j => j.Facts).HasConversion(FactsJson.Converter, FactsJson.Comparer);
            judgement.Property(j => j.Decision).HasConversion(DecisionJson.Converter, DecisionJson.Comparer);
        });
        model.Entity<RequestNote>().ToTable("req_notes").HasKey(n => n.Id);
        model.Entity<Repair>().ToTable("req_repairs").HasKey(r => new { r.RequestId, r.Round });
        model.Entity<PlannedVisit>(visit =>
        {
            visit.ToTable("req_visits").HasKey(v => v.Id);
            visit.HasIndex(v => v.Appointment);
            visit.HasIndex(v => new { v.EngineerId, v.Appointment });
            visit.Ignore(v => v.IsAhead).Ignore(v => v.LastAt);
        });
    }
}
