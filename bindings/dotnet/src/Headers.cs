// The HTTP headers of a delivery or of an answer.
using System;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Linq;

namespace Tillwire
{
    /// <summary>The HTTP headers of one delivery: one by one, or the raw block that an HTTP stack already has. Names compare
    /// without case. One thread at a time adds to them.</summary>
    public sealed class Headers : IDisposable
    {
        readonly object gate = new object();
        readonly HeadersHandle handle;

        /// <summary>No headers yet.</summary>
        public Headers()
        {
            IntPtr error;
            TillwireLibrary.Check();
            TillwireException.Check(Native.tillwire_headers_new(out handle, out error), error);
        }

        internal Headers(HeadersHandle handle)
        {
            this.handle = handle;
        }

        /// <summary>The headers of a request as <c>HttpListener</c>, ASP.NET or <c>WebHeaderCollection</c> have them.</summary>
        /// <exception cref="TillwireException">As <see cref="Add(string, string)"/>.</exception>
        public static Headers Of(NameValueCollection collection)
        {
            if (collection == null)
                throw new ArgumentNullException(nameof(collection));
            return Filled(
                from position in Enumerable.Range(0, collection.Count)
                from value in collection.GetValues(position) ?? new string[0]
                select new KeyValuePair<string, string>(collection.GetKey(position), value));
        }

        /// <summary>The headers of a request as ASP.NET Core and <c>HttpClient</c> have them: pairs of a name and its
        /// values.</summary>
        /// <exception cref="TillwireException">As <see cref="Add(string, string)"/>.</exception>
        public static Headers Of<T>(IEnumerable<KeyValuePair<string, T>> lists) where T : IEnumerable<string>
        {
            if (lists == null)
                throw new ArgumentNullException(nameof(lists));
            return Filled(
                from list in lists
                from value in list.Value
                select new KeyValuePair<string, string>(list.Key, value));
        }

        /// <summary>The headers of a request as pairs of names and values, one for each time that a name came.</summary>
        /// <exception cref="TillwireException">As <see cref="Add(string, string)"/>.</exception>
        public static Headers Of(IEnumerable<KeyValuePair<string, string>> pairs)
        {
            if (pairs == null)
                throw new ArgumentNullException(nameof(pairs));
            return Filled(pairs);
        }

        static Headers Filled(IEnumerable<KeyValuePair<string, string>> pairs)
        {
            var headers = new Headers();
            try
            {
                foreach (var pair in pairs)
                    headers.Add(pair.Key, pair.Value);
                return headers;
            }
            catch
            {
                headers.Dispose();
                throw;
            }
        }

        internal HeadersHandle Handle { get { return Tillwire.Handle.Live(handle); } }

        // Reads and writes of the library's headers must not meet.
        internal object Gate { get { return gate; } }

        /// <summary>Takes at most so many headers from here on, instead of 100.</summary>
        public void SetLimit(int limit)
        {
            if (limit < 0)
                throw new ArgumentOutOfRangeException(nameof(limit));
            IntPtr error;
            lock (gate)
                TillwireException.Check(Native.tillwire_headers_set_limit(handle, (UIntPtr)(uint)limit, out error), error);
        }

        /// <summary>Adds one header. Spaces around the value do not count.</summary>
        /// <exception cref="TillwireException"><see cref="Status.HeaderFormat"/> where name or value cannot be a header's or there
        /// are too many.</exception>
        public void Add(string name, string value)
        {
            Add(name, Utf8.Bytes(value, nameof(value)));
        }

        /// <summary>Adds one header whose value is not UTF-8.</summary>
        /// <exception cref="TillwireException">As <see cref="Add(string, string)"/>.</exception>
        public void Add(string name, byte[] value)
        {
            if (value == null)
                throw new ArgumentNullException(nameof(value));
            IntPtr error;
            var bytes = Utf8.Required(name, nameof(name));
            lock (gate)
                TillwireException.Check(
                    Native.tillwire_headers_add(handle, bytes, value, Utf8.Length(value), out error), error);
        }

        /// <summary>Adds the headers of a raw block of "Name: value" lines. A request line in front is skipped, and an empty line
        /// ends the block.</summary>
        /// <exception cref="TillwireException"><see cref="Status.HeaderFormat"/> where a line is no header or there are too
        /// many.</exception>
        public void AddBlock(byte[] block)
        {
            if (block == null)
                throw new ArgumentNullException(nameof(block));
            IntPtr error;
            lock (gate)
                TillwireException.Check(
                    Native.tillwire_headers_add_block(handle, block, Utf8.Length(block), out error), error);
        }

        /// <summary>The headers so far. A value may be a signature or the token itself: treat it as a secret. Bytes that are not
        /// UTF-8 read as U+FFFD.</summary>
        public IReadOnlyList<KeyValuePair<string, string>> ToList()
        {
            var list = new List<KeyValuePair<string, string>>();
            lock (gate)
            {
                var held = false;
                try
                {
                    handle.DangerousAddRef(ref held);
                    for (uint position = 0; ; position++)
                    {
                        UIntPtr length;
                        var pointer = Native.tillwire_headers_name(handle, (UIntPtr)position, out length);
                        if (pointer == IntPtr.Zero)
                            return list.AsReadOnly();
                        var name = Utf8.Text(pointer, length);
                        pointer = Native.tillwire_headers_value(handle, (UIntPtr)position, out length);
                        list.Add(new KeyValuePair<string, string>(name, Utf8.Text(pointer, length)));
                    }
                }
                finally
                {
                    if (held)
                        handle.DangerousRelease();
                }
            }
        }

        /// <summary>Ends the headers.</summary>
        public void Dispose()
        {
            handle.Dispose();
        }
    }
}
