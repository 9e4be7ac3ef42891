using IvrAutomat.Web.Speech.Sound;

namespace IvrAutomat.Web.Tests.Speech;

/// <summary>From any common WAV to the telephone's form.</summary>
public sealed class SoundTests
{
    [Theory]
    [InlineData(22050)]
    [InlineData(32000)]
    [InlineData(44100)]
    [InlineData(48000)]
    [InlineData(96000)]
    [InlineData(11025)]
    public void ATone_KeepsItsPitchAndLevel_AndWhatTheTelephoneCannotCarryIsGone(int rate)
    {
        var low = Resampling.ToPhone(Sounds.Tone(1000, rate, 1, level: 0.5f));
        var high = Resampling.ToPhone(Sounds.Tone(rate > 12000 ? 5200 : 5000, rate, 1, level: 0.5f));

        Assert.Equal(8000, low.Rate);
        Assert.InRange(low.Seconds, 0.99, 1.01);
        Assert.InRange(Sounds.LevelAt(low, 1000), 0.48, 0.52);
        Assert.True(Sounds.Level(high) < -45, $"{Sounds.Level(high):0.0} dB of a tone above the band were left");
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(1, 16)]
    [InlineData(1, 24)]
    [InlineData(1, 32)]
    [InlineData(3, 32)]
    [InlineData(7, 8)]
    public void AnyCommonFormat_IsRead_InOneChannelOrTwo(int tag, int bits)
    {
        foreach (var channels in (int[])[1, 2])
        {
            var reading = WaveReader.Read(Sounds.File(Sounds.Tone(500, 16000, 0.5, level: 0.5f), tag, bits, channels));

            Assert.Null(reading.Problem);
            Assert.Equal(0.5, reading.Sound!.Seconds, 3);
            Assert.InRange(Sounds.LevelAt(reading.Sound, 500), 0.45, 0.55);
        }
    }

    [Fact]
    public void ChunksBeforeTheSound_AreWalked()
    {
        byte[] list = [.. "LIST"u8, 3, 0, 0, 0, 1, 2, 3, 0];

        Assert.Equal(0.1, WaveReader.Read(Sounds.File(Sounds.Tone(500, 8000, 0.1), 1, 16, before: list)).Sound!.Seconds, 3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0x7FFFF000)]
    [InlineData(-1)]
    public void ALengthThatWasNeverFilledIn_MeansWhatArrived(int length) => Assert.Equal(
        0.25, WaveReader.Read(Sounds.File(Sounds.Tone(500, 22050, 0.25), 1, 16, dataLength: length)).Sound!.Seconds, 2);

    [Fact]
    public void MuLaw_ComesBackAsItWas()
    {
        for (var code = 0; code < 256; code++)
        {
            // Zero has two codes; the negative one is written as the positive.
            Assert.Equal(code == 0x7F ? 0xFF : code, Companding.ToMuLaw(Companding.MuLaw((byte)code)));
        }
    }

    [Fact]
    public void SpeechAtFullScale_IsNotCutOff_AndItsSilencesAreEven()
    {
        var silence = new float[22050];
        var speech = new Samples([.. silence, .. Sounds.Tone(700, 22050, 1).Values, .. silence], 22050);

        var phone = WaveReader.Read(PhoneAudio.OfSpeech(speech)).Sound!;

        Assert.InRange(phone.Seconds, 1.3, 1.4);
        Assert.InRange(Sounds.Peak(phone), 0.6, 0.8);
    }

    [Fact]
    public void TheFile_SaysItsOwnLength()
    {
        var file = PhoneAudio.OfRecording(new Samples(new float[801], 8000));

        Assert.Equal(file.Length - 8, BitConverter.ToInt32(file, 4));
        Assert.Equal(801, BitConverter.ToInt32(file, 54));
        Assert.Equal(0, file.Length % 2);
    }

    [Fact]
    public void WhatIsNoSound_IsRefusedWithARemedy()
    {
        byte[] mp3 = [.. "ID3"u8, 4, 0, .. new byte[100]];
        byte[][] bad =
        [
            [], mp3, [0xFF, 0xFB, 0x90, 0x44, .. new byte[50]], [.. "<html>"u8, .. new byte[50]], [.. "RIFF"u8, 4, 0, 0, 0, .. "WAVE"u8],
            Sounds.File(new Samples([], 8000), 1, 16), Sounds.File(Sounds.Tone(500, 8000, 0.1), 1, 16, channels: 6),
            Sounds.File(Sounds.Tone(500, 4000, 0.1), 1, 16), Sounds.File(Sounds.Tone(500, 192000, 0.1), 1, 16), Sounds.File(Sounds.Tone(500, 8000, 0.1), 2, 8),
        ];

        Assert.All(bad, file =>
        {
            var reading = WaveReader.Read(file);
            Assert.Null(reading.Sound);
            Assert.EndsWith(".", reading.Problem, StringComparison.Ordinal);
            Assert.NotEmpty(reading.Remedy!);
        });
        Assert.Contains("MP3", WaveReader.Read(mp3).Problem!, StringComparison.Ordinal);
    }

    [Fact]
    public void AnythingCutOffOrChanged_IsReadOrRefused_NeverMore()
    {
        var random = new Random(7);
        var good = Sounds.File(Sounds.Tone(500, 16000, 0.02), 1, 16, before: [.. "LIST"u8, 2, 0, 0, 0, 1, 2]);
        for (var i = 0; i < 5000; i++)
        {
            var bad = good[..random.Next(good.Length + 1)];
            for (var change = 0; change < 3 && bad.Length > 0; change++)
            {
                bad[random.Next(Math.Min(64, bad.Length))] = (byte)random.Next(256);
            }

            var reading = WaveReader.Read(bad);
            Assert.NotEqual(reading.Sound is null, reading.Problem is null);
        }
    }
}
