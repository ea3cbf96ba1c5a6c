using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Customers;

namespace Sanbao.Data.Mappings;

internal static class CustomerMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Customer>(customer =>
        {
            customer.ToTable("cus_customers").HasKey(c => c.Id);
            customer.HasIndex(c => c.Seq).IsUnique();
            customer.HasIndex(c => new { c.NameKey, c.Id });
            customer.HasIndex(c => new { c.UpdatedAt, c.Seq });
            // Few were ever merged. No foreign key: SQLite would write the table anew for it, and no customer is ever deleted.
            customer.HasIndex(c => c.MergedIntoId).HasFilter("merged_into_id IS NOT NULL");
            customer.HasMany(c => c.Contacts).WithOne().HasForeignKey(c => c.CustomerId);
            customer.HasMany(c => c.Sites).WithOne().HasForeignKey(s => s.CustomerId);
        });
        model.Entity<Contact>().ToTable("cus_contacts").HasKey(c => c.Id);
        model.Entity<Site>().ToTable("cus_sites").HasKey(s => s.Id);
        model.Entity<Contract>(contract =>
        {
            contract.ToTable("cus_contracts").HasKey(c => c.Id);
            contract.HasIndex(c => c.NumberKey).IsUnique("number", "contract-number.taken");
            contract.HasOne(c => c.Customer).WithMany().HasForeignKey(c => c.CustomerId).OnDelete(DeleteBehavior.Restrict);
            contract.Ignore(c => c.Numbers);
        });
        model.Entity<AttachedCharter>(attachment =>
        {
            attachment.ToTable("com_attached_charters").HasKey(a => a.Id);
            attachment.HasIndex(a => new { a.Level, a.Key, a.Begins }).IsUnique("attached-charter.begins-already");
        });
    }
}
