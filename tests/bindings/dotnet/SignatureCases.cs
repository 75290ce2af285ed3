// Runs the signature cases, as flat_cases.py writes them, through P/Invoke:
//
//     SignatureCases CASES
using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

static partial class Program
{
    const int TILLWIRE_E_PANIC = -3;
    const int TILLWIRE_E_SIGNATURE_MISMATCH = -104;
    const int TILLWIRE_ABI_VERSION = 1;
    const int TILLWIRE_ASSURANCE_BODY = 2, TILLWIRE_ASSURANCE_BODY_AND_TIME = 3;

    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_abi_version();
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_test_panic(out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_headers_add_block(IntPtr headers, byte[] block, UIntPtr len, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_verifier_verify(
        IntPtr verifier, IntPtr headers, byte[] body, UIntPtr len, long now, out int secretIndex, out int assurance,
        out IntPtr error);

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

    static void Verify(IntPtr verifier, IntPtr headers, byte[] body, long now, out int index, out int assurance)
    {
        IntPtr error;
        Check(
            tillwire_verifier_verify(verifier, headers, body, Length(body), now, out index, out assurance, out error),
            error);
    }

    // What the verifier signs is let in.
    static void CheckSigning(IntPtr verifier, Case @case)
    {
        IntPtr headers, error;
        Check(tillwire_headers_new(out headers, out error), error);
        try
        {
            AddSigned(headers, verifier, @case.Body, @case.Now);
            int index, assurance;
            Verify(verifier, headers, @case.Body, @case.Now, out index, out assurance);
            Expect(index == 0 && assurance == @case.Assurance, "what was signed has the same assurance");
        }
        finally
        {
            tillwire_headers_free(headers);
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
