// Runs the signature cases, as flat_cases.py writes them, through P/Invoke:
//
//     SignatureCases CASES
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

static class SignatureCases
{
    const string Library = "tillwire";
    const CallingConvention Cdecl = CallingConvention.Cdecl;

    const int TILLWIRE_OK = 0;
    const int TILLWIRE_E_PANIC = -3;
    const int TILLWIRE_E_SIGNATURE_MISMATCH = -104;
    const int TILLWIRE_ABI_VERSION = 1;
    const int TILLWIRE_ASSURANCE_BODY = 2, TILLWIRE_ASSURANCE_BODY_AND_TIME = 3;
    const int TILLWIRE_ERROR_MESSAGE = 5101, TILLWIRE_ERROR_HINT = 5102;
    const int TILLWIRE_ERROR_CODE = 5401, TILLWIRE_ERROR_SKEW_SECONDS = 5403;

    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_abi_version();
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_test_panic(out IntPtr error);
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
    static extern int tillwire_headers_add_block(IntPtr headers, byte[] block, UIntPtr len, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern IntPtr tillwire_headers_name(IntPtr headers, UIntPtr position, IntPtr len);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern IntPtr tillwire_headers_value(IntPtr headers, UIntPtr position, IntPtr len);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_verifier_new(IntPtr settings, out IntPtr verifier, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern void tillwire_verifier_free(IntPtr verifier);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_verifier_verify(
        IntPtr verifier, IntPtr headers, byte[] body, UIntPtr len, long now, out int secretIndex, out int assurance,
        out IntPtr error);
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

    sealed class Case
    {
        public string Name;
        public int Platform;
        public readonly List<KeyValuePair<int, long>> Numbers = new List<KeyValuePair<int, long>>();
        public readonly List<KeyValuePair<int, byte[]>> Texts = new List<KeyValuePair<int, byte[]>>();
        public readonly List<byte[]> Secrets = new List<byte[]>();
        public readonly List<KeyValuePair<byte[], byte[]>> Headers = new List<KeyValuePair<byte[], byte[]>>();
        public byte[] Block;
        public byte[] Body;
        public long Now;
        public int Status;
        public int SecretIndex;
        public int Assurance;
        public long? Skew;
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

    static IntPtr MakeVerifier(Case @case)
    {
        IntPtr settings, verifier, error;
        Check(tillwire_settings_new(@case.Platform, out settings, out error), error);
        try
        {
            foreach (var number in @case.Numbers)
                Check(tillwire_settings_set_int(settings, number.Key, number.Value, out error), error);
            foreach (var text in @case.Texts)
                Check(tillwire_settings_set_text(settings, text.Key, Terminated(text.Value), out error), error);
            foreach (var secret in @case.Secrets)
                Check(tillwire_settings_add_secret(settings, secret, Length(secret), out error), error);
            Check(tillwire_verifier_new(settings, out verifier, out error), error);
            return verifier;
        }
        finally
        {
            tillwire_settings_free(settings);
        }
    }

    static IntPtr MakeHeaders(Case @case)
    {
        IntPtr headers, error;
        Check(tillwire_headers_new(out headers, out error), error);
        try
        {
            if (@case.Block != null)
                Check(tillwire_headers_add_block(headers, @case.Block, Length(@case.Block), out error), error);
            foreach (var header in @case.Headers)
                AddHeader(headers, header.Key, header.Value);
            return headers;
        }
        catch
        {
            tillwire_headers_free(headers);
            throw;
        }
    }

    static void AddHeader(IntPtr headers, byte[] name, byte[] value)
    {
        IntPtr error;
        Check(tillwire_headers_add(headers, Terminated(name), value, Length(value), out error), error);
    }

    static void Verify(IntPtr verifier, IntPtr headers, byte[] body, long now, out int index, out int assurance)
    {
        IntPtr error;
        Check(
            tillwire_verifier_verify(verifier, headers, body, Length(body), now, out index, out assurance, out error),
            error);
    }

    // The headers that the verifier signs, read and added again one by one, are let in.
    static void CheckSigning(IntPtr verifier, Case @case)
    {
        IntPtr signed, headers, error;
        var length = Length(@case.Body);
        Check(tillwire_verifier_sign(verifier, @case.Body, length, @case.Now, out signed, out error), error);
        Check(tillwire_headers_new(out headers, out error), error);
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
            int index, assurance;
            Verify(verifier, headers, @case.Body, @case.Now, out index, out assurance);
            Expect(index == 0 && assurance == @case.Assurance, "what was signed has the same assurance");
        }
        finally
        {
            tillwire_headers_free(headers);
            tillwire_headers_free(signed);
        }
    }

    static void CheckTampering(IntPtr verifier, IntPtr headers, Case @case)
    {
        if (@case.Assurance != TILLWIRE_ASSURANCE_BODY && @case.Assurance != TILLWIRE_ASSURANCE_BODY_AND_TIME)
            return;
        var longer = new byte[@case.Body.Length + 1];
        @case.Body.CopyTo(longer, 0);
        longer[@case.Body.Length] = (byte)'0';
        try
        {
            int index, assurance;
            Verify(verifier, headers, longer, @case.Now, out index, out assurance);
        }
        catch (Failed failure)
        {
            Expect(failure.Status == TILLWIRE_E_SIGNATURE_MISMATCH, "a changed body is a mismatch");
            return;
        }
        Expect(false, "a changed body is refused");
    }

    static void CheckRefusal(Case @case, Failed failure)
    {
        Expect(failure.Status == @case.Status, "status " + failure.Status + " is " + @case.Status);
        Expect(failure.StatedCode == @case.Status, "the error's code is the status");
        Expect(@case.Skew == null || @case.Skew == failure.Skew, "skew " + failure.Skew + " is " + @case.Skew);
        Expect(!string.IsNullOrEmpty(failure.Message) && !string.IsNullOrEmpty(failure.Hint), "there is a message");
        foreach (var secret in @case.Secrets)
        {
            // Short texts are found anywhere by chance.
            var hidden = Encoding.UTF8.GetString(secret);
            var told = (failure.Message + failure.Hint).IndexOf(hidden, StringComparison.Ordinal) >= 0;
            Expect(hidden.Length <= 7 || !told, "no secret is told");
        }
    }

    static void Run(Case @case)
    {
        IntPtr verifier = IntPtr.Zero, headers = IntPtr.Zero;
        try
        {
            int index, assurance;
            verifier = MakeVerifier(@case);
            headers = MakeHeaders(@case);
            Verify(verifier, headers, @case.Body, @case.Now, out index, out assurance);
            Expect(@case.Status == TILLWIRE_OK, "it is refused with " + @case.Status);
            Expect(index == @case.SecretIndex && assurance == @case.Assurance, "secret and assurance");
            CheckSigning(verifier, @case);
            CheckTampering(verifier, headers, @case);
        }
        catch (Failed failure)
        {
            CheckRefusal(@case, failure);
        }
        finally
        {
            tillwire_headers_free(headers);
            tillwire_verifier_free(verifier);
        }
    }

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

    // Takes one line into the case; true where that completes it.
    static bool Read(Case @case, string[] words)
    {
        switch (words[0])
        {
            case "case":
                @case.Name = Encoding.UTF8.GetString(Bytes(words[1]));
                @case.Platform = (int)Number(words[2]);
                return false;
            case "number":
                @case.Numbers.Add(new KeyValuePair<int, long>((int)Number(words[1]), Number(words[2])));
                return false;
            case "text":
                @case.Texts.Add(new KeyValuePair<int, byte[]>((int)Number(words[1]), Bytes(words[2])));
                return false;
            case "secret":
                @case.Secrets.Add(Bytes(words[1]));
                return false;
            case "block":
                @case.Block = Bytes(words[1]);
                return false;
            case "header":
                @case.Headers.Add(new KeyValuePair<byte[], byte[]>(Bytes(words[1]), Bytes(words[2])));
                return false;
            case "body":
                @case.Body = Bytes(words[1]);
                return false;
            case "now":
                @case.Now = Number(words[1]);
                return false;
            case "accepted":
                @case.Status = TILLWIRE_OK;
                @case.SecretIndex = (int)Number(words[1]);
                @case.Assurance = (int)Number(words[2]);
                return true;
            case "refused":
                @case.Status = (int)Number(words[1]);
                @case.Skew = words.Length > 2 ? Number(words[2]) : (long?)null;
                return true;
            default:
                throw new InvalidDataException("no such word: " + words[0]);
        }
    }

    static void CheckPanic()
    {
        IntPtr error;
        var status = tillwire_test_panic(out error);
        Expect(status == TILLWIRE_E_PANIC, "a panic is a status");
        Expect(new Failed(status, error).StatedCode == TILLWIRE_E_PANIC, "a panic has an error");
    }

    static int Main(string[] arguments)
    {
        Expect(tillwire_abi_version() == TILLWIRE_ABI_VERSION, "library and header fit");
        CheckPanic();
        int passed = 0, failed = 0;
        var @case = new Case();
        foreach (var line in File.ReadAllLines(arguments[0]))
        {
            if (!Read(@case, line.Split(' ')))
                continue;
            try
            {
                Run(@case);
                passed++;
            }
            catch (InvalidOperationException problem)
            {
                Console.WriteLine("{0}: {1}", @case.Name, problem.Message);
                failed++;
            }
            @case = new Case();
        }
        Console.WriteLine("{0} signature cases as expected, {1} not", passed, failed);
        return passed > 0 && failed == 0 ? 0 : 1;
    }
}
