using System.Text;
using Sanbao.Web.Platform.Files;

namespace Sanbao.Web.Tests.Platform;

/// <summary>What phones and recorders hand in is known by its first bytes, whatever it is called.</summary>
public class FileKindTests
{
    [Theory]
    [InlineData("heic", "image/heic", ".heic")]
    [InlineData("heix", "image/heic", ".heic")]
    [InlineData("heim", "image/heic", ".heic")]
    [InlineData("heis", "image/heic", ".heic")]
    [InlineData("hevc", "image/heic", ".heic")]
    [InlineData("hevx", "image/heic", ".heic")]
    [InlineData("mif1----heic", "image/heic", ".heic")]
    [InlineData("msf1----hevc", "image/heic", ".heic")]
    [InlineData("mif1----avif", "image/avif", ".avif")]
    [InlineData("miaf----heic", "image/heic", ".heic")]
    [InlineData("avif", "image/avif", ".avif")]
    [InlineData("isom----iso2avc1mp41", "video/mp4", ".mp4")]
    [InlineData("mp42", "video/mp4", ".mp4")]
    [InlineData("qt  ", "video/quicktime", ".mov")]
    [InlineData("3gp4", "video/3gpp", ".3gp")]
    [InlineData("M4A ", "audio/mp4", ".m4a")]
    [InlineData("M4B ", "audio/mp4", ".m4a")]
    public void Pictures_films_and_sounds_of_one_family_are_told_apart_by_their_brands(string brands, string mediaType, string ending) =>
        ShouldBe([0, 0, 0, 32, .. "ftyp"u8, .. Encoding.ASCII.GetBytes(brands), .. new byte[16]], mediaType, ending);

    [Fact]
    public void Recordings_are_known_by_their_first_bytes()
    {
        ShouldBe("#!AMR\n<"u8, "audio/amr", ".amr");
        ShouldBe("#!AMR-WB\n"u8, "audio/amr", ".amr");
        ShouldBe("RIFF\x24\x00\x00\x00WAVEfmt "u8, "audio/wav", ".wav");
        ShouldBe("ID3\x04"u8, "audio/mpeg", ".mp3");
        foreach (var second in new byte[] { 0xFB, 0xFA, 0xF3, 0xF2, 0xE3 }) ShouldBe([0xFF, second, 0x90, 0x64], "audio/mpeg", ".mp3");
        foreach (var second in new byte[] { 0xF1, 0xF9 }) ShouldBe([0xFF, second, 0x50, 0x80], "audio/aac", ".aac");
        ShouldBe("OggS\0"u8, "audio/ogg", ".ogg");
    }

    [Fact]
    public void Pictures_papers_and_old_films_are_known_by_their_first_bytes()
    {
        ShouldBe([0x89, .. "PNG"u8, 0x0D, 0x0A, 0x1A, 0x0A], "image/png", ".png");
        ShouldBe("GIF87a"u8, "image/gif", ".gif");
        ShouldBe("GIF89a"u8, "image/gif", ".gif");
        ShouldBe("RIFF\x24\x00\x00\x00WEBPVP8 "u8, "image/webp", ".webp");
        ShouldBe("%PDF-1.7"u8, "application/pdf", ".pdf");
        ShouldBe("PK\x03\x04"u8, "application/octet-stream", ".zip");
        foreach (var box in new[] { "moov", "mdat", "wide" })
            ShouldBe([0, 0, 0, 8, .. Encoding.ASCII.GetBytes(box)], "video/quicktime", ".mov");
    }

    [Fact]
    public void The_ending_follows_the_content()
    {
        ReadOnlySpan<byte> jpeg = [0xFF, 0xD8, 0xFF, 0xE1];
        FileKind.Of("铭牌.heic", jpeg)!.MediaType.ShouldBe("image/jpeg");
        FileKind.Of("铭牌.heic", jpeg)!.Named("铭牌.heic").ShouldBe("铭牌.jpg");
        FileKind.Of("铭牌", jpeg)!.Named("铭牌").ShouldBe("铭牌.jpg");
        FileKind.Of("铭牌.JPEG", jpeg)!.Named("铭牌.JPEG").ShouldBe("铭牌.JPEG");
    }

    [Fact]
    public void A_recorder_that_names_only_the_family_is_believed_by_its_ending() =>
        FileKind.Of("录音.m4a", [0, 0, 0, 24, .. "ftypmp42"u8, .. new byte[8]])!.MediaType.ShouldBe("audio/mp4");

    [Theory, InlineData("MZ"), InlineData("<html>"), InlineData("<svg xmlns"), InlineData("\u007fELF"), InlineData("")]
    public void What_is_none_of_them_is_not_taken_whatever_it_is_called(string content) =>
        FileKind.Of("铭牌.jpg", Encoding.ASCII.GetBytes(content)).ShouldBeNull();

    private static void ShouldBe(ReadOnlySpan<byte> head, string mediaType, string ending)
    {
        var kind = FileKind.Of("wrong.name", head).ShouldNotBeNull(mediaType);
        (kind.MediaType, kind.Named("x" + ending)).ShouldBe((mediaType, "x" + ending));
        kind.Named("x.wrong").ShouldBe("x" + ending);
    }
}
