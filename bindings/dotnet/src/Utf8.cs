// Text between .NET and the library: UTF-8 by hand, since P/Invoke's own marshalling differs between .NET Framework and .NET.
using System;
using System.Runtime.InteropServices;
using System.Text;

namespace Tillwire
{
    internal static class Utf8
    {
        static readonly Encoding Strict = new UTF8Encoding(false, true);

        /// <summary>Text with a NUL behind it; null stays null.</summary>
        /// <exception cref="ArgumentException">It holds a NUL or half of a surrogate pair.</exception>
        internal static byte[] Terminated(string text, string name)
        {
            if (text == null)
                return null;
            if (text.IndexOf('\0') >= 0)
                throw new ArgumentException("a text cannot hold U+0000", name);
            return Encoded(text + "\0", name);
        }

        /// <summary>Text with a NUL behind it that has to be there.</summary>
        internal static byte[] Required(string text, string name)
        {
            if (text == null)
                throw new ArgumentNullException(name);
            return Terminated(text, name);
        }

        /// <summary>Text without a NUL behind it.</summary>
        internal static byte[] Bytes(string text, string name)
        {
            if (text == null)
                throw new ArgumentNullException(name);
            return Encoded(text, name);
        }

        // The encoder's own message would tell where in a secret the fault is.
        static byte[] Encoded(string text, string name)
        {
            try
            {
                return Strict.GetBytes(text);
            }
            catch (EncoderFallbackException)
            {
                throw new ArgumentException("a text holds half of a surrogate pair", name);
            }
        }

        internal static UIntPtr Length(byte[] bytes)
        {
            return (UIntPtr)(uint)bytes.Length;
        }

        /// <summary>A copy of borrowed bytes; null for NULL.</summary>
        internal static byte[] Copy(IntPtr pointer, UIntPtr length)
        {
            if (pointer == IntPtr.Zero)
                return null;
            var bytes = new byte[checked((int)length.ToUInt32())];
            Marshal.Copy(pointer, bytes, 0, bytes.Length);
            return bytes;
        }

        internal static string Text(IntPtr pointer, UIntPtr length)
        {
            var bytes = Copy(pointer, length);
            return bytes == null ? null : Encoding.UTF8.GetString(bytes);
        }

        /// <summary>Text that ends at its NUL.</summary>
        internal static string Text(IntPtr pointer)
        {
            if (pointer == IntPtr.Zero)
                return null;
            var length = 0;
            while (Marshal.ReadByte(pointer, length) != 0)
                length++;
            return Text(pointer, (UIntPtr)(uint)length);
        }

        /// <summary>What the library wrote into a buffer.</summary>
        internal static string Text(byte[] buffer)
        {
            return Encoding.UTF8.GetString(buffer, 0, Math.Max(0, Array.IndexOf(buffer, (byte)0)));
        }

        /// <summary>Text that the caller was given to keep, which is freed.</summary>
        internal static string Taken(IntPtr pointer)
        {
            try
            {
                return Text(pointer);
            }
            finally
            {
                Native.tillwire_string_free(pointer);
            }
        }
    }
}
