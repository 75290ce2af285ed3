// What the programs here share: the declarations that all of them need, errors as exceptions, the values of flat lines.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

static partial class Program
{
    const string Library = "tillwire";
    const CallingConvention Cdecl = CallingConvention.Cdecl;

    const int TILLWIRE_OK = 0;
    const int TILLWIRE_ERROR_MESSAGE = 5101, TILLWIRE_ERROR_HINT = 5102;
    const int TILLWIRE_ERROR_CODE = 5401, TILLWIRE_ERROR_SKEW_SECONDS = 5403;

    [DllImport(Library, CallingConvention = Cdecl)]
    static extern void tillwire_error_free(IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern IntPtr tillwire_error_text(IntPtr error, int field, IntPtr len);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_error_int(IntPtr error, int field, out long number);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_settings_new(int platform, out IntPtr settings, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern void tillwire_settings_free(IntPtr settings);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_settings_add_secret(IntPtr settings, byte[] secret, UIntPtr len, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_settings_set_int(IntPtr settings, int setting, long value, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_settings_set_text(IntPtr settings, int setting, byte[] value, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_headers_new(out IntPtr headers, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern void tillwire_headers_free(IntPtr headers);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_headers_add(IntPtr headers, byte[] name, byte[] value, UIntPtr len, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern IntPtr tillwire_headers_name(IntPtr headers, UIntPtr position, IntPtr len);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern IntPtr tillwire_headers_value(IntPtr headers, UIntPtr position, IntPtr len);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_verifier_new(IntPtr settings, out IntPtr verifier, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern void tillwire_verifier_free(IntPtr verifier);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_verifier_sign(
        IntPtr verifier, byte[] body, UIntPtr len, long now, out IntPtr headers, out IntPtr error);

    // A status other than TILLWIRE_OK, with what the error says.
    sealed class Failed : Exception
    {
        public readonly int Status;
        public readonly string Hint;
        public readonly long StatedCode;
        public readonly long Skew;

        public Failed(int status, IntPtr error)
            : base(Text(tillwire_error_text(error, TILLWIRE_ERROR_MESSAGE, IntPtr.Zero)))
        {
            Status = status;
            Hint = Text(tillwire_error_text(error, TILLWIRE_ERROR_HINT, IntPtr.Zero));
            tillwire_error_int(error, TILLWIRE_ERROR_CODE, out StatedCode);
            tillwire_error_int(error, TILLWIRE_ERROR_SKEW_SECONDS, out Skew);
            tillwire_error_free(error);
        }
    }

    static string Text(IntPtr pointer)
    {
        if (pointer == IntPtr.Zero)
            return null;
        var bytes = new List<byte>();
        for (byte next; (next = Marshal.ReadByte(pointer, bytes.Count)) != 0;)
            bytes.Add(next);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    static byte[] Terminated(byte[] text)
    {
        var terminated = new byte[text.Length + 1];
        text.CopyTo(terminated, 0);
        return terminated;
    }

    static UIntPtr Length(byte[] bytes)
    {
        return (UIntPtr)bytes.Length;
    }

    static void Check(int status, IntPtr error)
    {
        if (status != TILLWIRE_OK)
            throw new Failed(status, error);
        Expect(error == IntPtr.Zero, "an error beside success");
    }

    static void Expect(bool holds, string what)
    {
        if (!holds)
            throw new InvalidOperationException("not so: " + what);
    }

    static void AddHeader(IntPtr headers, byte[] name, byte[] value)
    {
        IntPtr error;
        Check(tillwire_headers_add(headers, Terminated(name), value, Length(value), out error), error);
    }

    // Adds the headers by which a genuine delivery proves itself, read one by one.
    static void AddSigned(IntPtr headers, IntPtr verifier, byte[] body, long now)
    {
        IntPtr signed, error;
        Check(tillwire_verifier_sign(verifier, body, Length(body), now, out signed, out error), error);
        try
        {
            for (var position = 0; ; position++)
            {
                var name = Text(tillwire_headers_name(signed, (UIntPtr)position, IntPtr.Zero));
                if (name == null)
                    break;
                var value = Text(tillwire_headers_value(signed, (UIntPtr)position, IntPtr.Zero));
                AddHeader(headers, Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(value));
            }
        }
        finally
        {
            tillwire_headers_free(signed);
        }
    }

    // Hex digits, or "-" for none.
    static byte[] Bytes(string digits)
    {
        var bytes = new byte[digits.Length / 2];
        for (var at = 0; at < bytes.Length; at++)
            bytes[at] = byte.Parse(digits.Substring(2 * at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return bytes;
    }

    static long Number(string digits)
    {
        return long.Parse(digits, CultureInfo.InvariantCulture);
    }
}
