// What the programs here share: expectations, and the values of flat lines.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Tillwire;

static class Shared
{
    public static void Expect(bool holds, string what)
    {
        if (!holds)
            throw new InvalidOperationException("not so: " + what);
    }

    public static void Same<T>(T got, T wanted, string what)
    {
        Expect(EqualityComparer<T>.Default.Equals(got, wanted), what + " is " + got + ", not " + wanted);
    }

    // What is thrown, which has to be of that type.
    public static T Throws<T>(Action work, string what) where T : Exception
    {
        try
        {
            work();
        }
        catch (T problem)
        {
            return problem;
        }
        throw new InvalidOperationException("not refused: " + what);
    }

    // Hex digits, or "-" for none.
    public static byte[] Bytes(string digits)
    {
        var bytes = new byte[digits.Length / 2];
        for (var at = 0; at < bytes.Length; at++)
            bytes[at] = byte.Parse(digits.Substring(2 * at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return bytes;
    }

    public static string Text(string digits)
    {
        return new UTF8Encoding(false, true).GetString(Bytes(digits));
    }

    public static long Number(string digits)
    {
        return long.Parse(digits, CultureInfo.InvariantCulture);
    }

    // A time, or the last one that .NET has on that side.
    public static DateTimeOffset Time(long seconds)
    {
        var last = seconds < 0 ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue;
        var known = seconds > DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        return known ? DateTimeOffset.FromUnixTimeSeconds(seconds) : last;
    }

    // Adds the headers by which a genuine delivery proves itself.
    public static void AddSigned(Headers headers, Verifier verifier, byte[] body, DateTimeOffset now)
    {
        using (var signed = verifier.Sign(body, now))
        {
            foreach (var header in signed.ToList())
                headers.Add(header.Key, header.Value);
        }
    }
}
