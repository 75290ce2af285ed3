// Prints an order as Atlas delivers it, and what is said of a forged delivery:
//
//     PrintOrder BODY.json
//
// For .NET Framework, .NET and Mono. The library (tillwire.dll, libtillwire.so) lies where the system looks for it.
// Names and numbers are those of include/tillwire.h, which is the manual.
using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

static class PrintOrder
{
    const string Library = "tillwire";
    const CallingConvention Cdecl = CallingConvention.Cdecl;

    const int TILLWIRE_OK = 0;
    const int TILLWIRE_ERROR_MESSAGE = 5101, TILLWIRE_ERROR_HINT = 5102;
    const int TILLWIRE_FORMAT_SIZE = 48;
    const int TILLWIRE_PLATFORM_ATLAS = 2;
    const int TILLWIRE_EVENT_ORDER_COUNT = 4404;
    const int TILLWIRE_ORDER_REFERENCE = 102, TILLWIRE_ORDER_TOTAL = 209;
    const int TILLWIRE_ORDER_FULFILMENT = 403, TILLWIRE_ORDER_LINE_COUNT = 404;
    const int TILLWIRE_LINE_NAME = 1104, TILLWIRE_LINE_QUANTITY = 1206, TILLWIRE_LINE_DEPTH = 1402;
    const int TILLWIRE_NAMES_FULFILMENT = 8;

    [StructLayout(LayoutKind.Sequential)]
    struct tillwire_money
    {
        public long units;
        public int scale;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 4)] public byte[] currency;
    }

    [DllImport(Library, CallingConvention = Cdecl)]
    static extern void tillwire_error_free(IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern IntPtr tillwire_error_text(IntPtr error, int field, out UIntPtr len);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_money_format(ref tillwire_money money, [Out] byte[] buf, UIntPtr cap, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_quantity_format(ref tillwire_money quantity, [Out] byte[] buf, UIntPtr cap, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_headers_new(out IntPtr headers, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern void tillwire_headers_free(IntPtr headers);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_headers_add(
        IntPtr headers, byte[] name, byte[] value, UIntPtr valueLength, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_settings_new(int platform, out IntPtr settings, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern void tillwire_settings_free(IntPtr settings);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_settings_add_secret(IntPtr settings, byte[] secret, UIntPtr length, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_verifier_new(IntPtr settings, out IntPtr verifier, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern void tillwire_verifier_free(IntPtr verifier);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_verifier_open(
        IntPtr verifier, IntPtr headers, byte[] body, UIntPtr length, long now, out IntPtr opened, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern void tillwire_event_free(IntPtr opened);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_event_int(IntPtr opened, int field, out long number);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern IntPtr tillwire_event_order(IntPtr opened, UIntPtr position);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern IntPtr tillwire_order_text(IntPtr order, int field, out UIntPtr length);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_order_int(IntPtr order, int field, out long number);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_order_money(IntPtr order, int field, out tillwire_money money);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern IntPtr tillwire_line_text(IntPtr order, UIntPtr position, int field, out UIntPtr length);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_line_int(IntPtr order, UIntPtr position, int field, out long number);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_line_money(IntPtr order, UIntPtr position, int field, out tillwire_money money);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern IntPtr tillwire_name(int group, long code);

    // .NET Framework reads ANSI, not UTF-8, so text is read by hand. Null where it is absent.
    static string Text(IntPtr pointer, UIntPtr length)
    {
        if (pointer == IntPtr.Zero)
            return null;
        var bytes = new byte[(int)length];
        Marshal.Copy(pointer, bytes, 0, bytes.Length);
        return Encoding.UTF8.GetString(bytes);
    }

    // Text without a length beside it ends at its NUL.
    static string Text(IntPtr pointer)
    {
        var length = 0;
        while (pointer != IntPtr.Zero && Marshal.ReadByte(pointer, length) != 0)
            length++;
        return Text(pointer, (UIntPtr)length);
    }

    static string Text(byte[] buffer)
    {
        return Encoding.UTF8.GetString(buffer, 0, Array.IndexOf(buffer, (byte)0));
    }

    // Text as C wants it.
    static byte[] Terminated(string text)
    {
        return Encoding.UTF8.GetBytes(text + "\0");
    }

    static void Check(int status, IntPtr error)
    {
        if (status == TILLWIRE_OK)
            return;
        UIntPtr length;
        var message = Text(tillwire_error_text(error, TILLWIRE_ERROR_MESSAGE, out length), length);
        var hint = Text(tillwire_error_text(error, TILLWIRE_ERROR_HINT, out length), length);
        tillwire_error_free(error);
        throw new InvalidOperationException(hint == null ? message : message + "; " + hint);
    }

    static void Print(IntPtr order)
    {
        long number;
        UIntPtr length;
        tillwire_order_int(order, TILLWIRE_ORDER_FULFILMENT, out number);
        var reference = Text(tillwire_order_text(order, TILLWIRE_ORDER_REFERENCE, out length), length);
        Console.WriteLine("{0} {1}", reference, Text(tillwire_name(TILLWIRE_NAMES_FULFILMENT, number)));

        long lines;
        tillwire_order_int(order, TILLWIRE_ORDER_LINE_COUNT, out lines);
        for (var line = 0; line < lines; line++)
        {
            var position = (UIntPtr)line;
            long depth;
            tillwire_line_int(order, position, TILLWIRE_LINE_DEPTH, out depth);
            tillwire_money quantity;
            var stated = tillwire_line_money(order, position, TILLWIRE_LINE_QUANTITY, out quantity) == TILLWIRE_OK;
            var name = Text(tillwire_line_text(order, position, TILLWIRE_LINE_NAME, out length), length);
            Console.WriteLine("{0}{1} x {2}", new string(' ', 4 * (int)depth), stated ? Written(tillwire_quantity_format, quantity) : "?", name);
        }

        tillwire_money total;
        if (tillwire_order_money(order, TILLWIRE_ORDER_TOTAL, out total) != TILLWIRE_OK)
            return;
        Console.WriteLine("Total {0} {1}", Written(tillwire_money_format, total), Text(total.currency));
    }

    delegate int Format(ref tillwire_money money, byte[] buf, UIntPtr cap, out IntPtr error);

    // What a format function writes.
    static string Written(Format format, tillwire_money money)
    {
        IntPtr error;
        var buffer = new byte[TILLWIRE_FORMAT_SIZE];
        Check(format(ref money, buffer, (UIntPtr)buffer.Length, out error), error);
        return Text(buffer);
    }

    static void AddHeader(IntPtr headers, string name, string value)
    {
        IntPtr error;
        var bytes = Encoding.UTF8.GetBytes(value);
        Check(tillwire_headers_add(headers, Terminated(name), bytes, (UIntPtr)bytes.Length, out error), error);
    }

    static void Receive(IntPtr verifier, string authorization, byte[] body)
    {
        IntPtr headers, opened = IntPtr.Zero, error;
        Check(tillwire_headers_new(out headers, out error), error);
        try
        {
            AddHeader(headers, "Host", "till.example");
            AddHeader(headers, "Authorization", authorization);
            var now = (long)(DateTime.UtcNow - new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc)).TotalSeconds;
            var length = (UIntPtr)body.Length;
            Check(tillwire_verifier_open(verifier, headers, body, length, now, out opened, out error), error);
            long orders;
            tillwire_event_int(opened, TILLWIRE_EVENT_ORDER_COUNT, out orders);
            for (var position = 0; position < orders; position++)
                Print(tillwire_event_order(opened, (UIntPtr)position));
        }
        finally
        {
            tillwire_event_free(opened);
            tillwire_headers_free(headers);
        }
    }

    static void Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        const string token = "the token that was agreed with Atlas";
        var body = File.ReadAllBytes(arguments[0]);
        IntPtr settings, verifier = IntPtr.Zero, error;
        Check(tillwire_settings_new(TILLWIRE_PLATFORM_ATLAS, out settings, out error), error);
        try
        {
            var secret = Encoding.UTF8.GetBytes(token);
            Check(tillwire_settings_add_secret(settings, secret, (UIntPtr)secret.Length, out error), error);
            Check(tillwire_verifier_new(settings, out verifier, out error), error);
            Receive(verifier, "Bearer " + token, body);
            try
            {
                Receive(verifier, "Bearer guessed", body);
            }
            catch (InvalidOperationException failure)
            {
                Console.WriteLine("Refused: {0}", failure.Message);
            }
        }
        finally
        {
            tillwire_verifier_free(verifier);
            tillwire_settings_free(settings);
        }
    }
}
