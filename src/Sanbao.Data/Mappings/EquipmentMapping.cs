using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;

namespace Sanbao.Data.Mappings;

internal static class EquipmentMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Product>(product =>
        {
            product.ToTable("equ_products").HasKey(p => p.Id);
            product.HasIndex(p => p.Seq).IsUnique();
            product.HasIndex(p => p.ModelKey).IsUnique("model", "model.taken");
            product.Ignore(p => p.Pieces);
            product.HasMany(p => p.Bill).WithOne().HasForeignKey(r => r.ProductId);
        });
        model.Entity<BillRow>().ToTable("equ_bill_rows").HasKey(r => r.Id);
        model.Entity<Equipment>(unit =>
        {
            unit.ToTable("equ_equipment").HasKey(u => u.Id);
            unit.HasIndex(u => u.SerialKey).IsUnique("serial", "serial.taken");
            unit.HasIndex(u => u.SerialLook);
            unit.HasIndex(u => u.SerialFromEnd);
            unit.HasIndex(u => new { u.UpdatedAt, u.Id });
            unit.ComplexProperty(u => u.Dates);
            unit.Property(u => u.Evidence).HasConversion<CodesConverter, ArrayComparer<string>>();
            unit.Ignore(u => u.Price);
            unit.HasOne(u => u.Product).WithMany().HasForeignKey(u => u.ProductId).OnDelete(DeleteBehavior.Restrict);
            unit.HasOne(u => u.Customer).WithMany().HasForeignKey(u => u.CustomerId).OnDelete(DeleteBehavior.Restrict);
            unit.HasOne(u => u.Contract).WithMany().HasForeignKey(u => u.ContractId).OnDelete(DeleteBehavior.Restrict);
            unit.HasOne<Site>().WithMany().HasForeignKey(u => u.SiteId).OnDelete(DeleteBehavior.Restrict);
            unit.HasOne<Equipment>().WithMany().HasForeignKey(u => u.ParentId).OnDelete(DeleteBehavior.Restrict);
            unit.HasMany(u => u.Components).WithOne().HasForeignKey(c => c.EquipmentId);
            unit.HasMany(u => u.Moves).WithOne().HasForeignKey(m => m.EquipmentId);
        });
        model.Entity<Component>(component =>
        {
            component.ToTable("equ_components").HasKey(c => c.Id);
            component.HasIndex(c => c.SerialKey);
        });
        model.Entity<EquipmentMove>().ToTable("equ_moves").HasKey(m => m.Id);
    }
}
