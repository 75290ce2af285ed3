// One call to a platform, from the decision to the reply.
using System;
using System.Collections.Generic;

namespace Tillwire
{
    /// <summary>One call to a platform. Either <see cref="Send"/> does it all, or the program sends the request over the HTTP
    /// that it has: <see cref="Begin"/>, then <c>After</c> for each answer until it says that no further attempt is due. A
    /// call is one action and is used once. Any number of threads, one after the other.</summary>
    public sealed class Call : IDisposable
    {
        readonly object gate = new object();
        readonly CallHandle handle;
        readonly IntPtr pointer;

        internal Call(IntPtr made)
        {
            handle = new CallHandle(made);
            pointer = made;
            Request = new Request(handle, made, gate);
            Reply = new Reply(handle, made, gate);
            Pages = new Pages(handle, made, gate);
        }

        /// <summary>The request, once the call was begun.</summary>
        public Request Request { get; private set; }

        /// <summary>What the platform replied.</summary>
        public Reply Reply { get; private set; }

        /// <summary>How far a list that comes by page was read.</summary>
        public Pages Pages { get; private set; }

        // The call is changed and read by one thread at a time, and not freed meanwhile.
        T Held<T>(Func<T> work)
        {
            lock (gate)
            {
                var held = false;
                try
                {
                    handle.DangerousAddRef(ref held);
                    return work();
                }
                finally
                {
                    if (held)
                        handle.DangerousRelease();
                }
            }
        }

        /// <summary>Sets a parameter, numbers and flags as text: "2", "true". An empty text removes it.</summary>
        /// <exception cref="TillwireException"><see cref="Status.State"/> where the call was begun.</exception>
        public void Set(Parameter parameter, string value)
        {
            var bytes = Utf8.Required(value, nameof(value));
            Held(() =>
            {
                IntPtr error;
                return TillwireException.Check(
                    Native.tillwire_call_set(pointer, (int)parameter, bytes, out error), error);
            });
        }

        /// <summary>Sends the call over the library's own HTTPS client, waits and sends again as the platform's rules allow. Blocks
        /// for at most <see cref="AccountSettings.TotalMs"/>; <see cref="Client.Cancel"/> ends it.</summary>
        /// <exception cref="TillwireException">Where it came to no reply, with what the platform says.</exception>
        public void Send()
        {
            Held(() =>
            {
                IntPtr error;
                return TillwireException.Check(Native.tillwire_call_send(pointer, out error), error);
            });
        }

        /// <summary>Checks the parameters and makes the request.</summary>
        /// <param name="random">16 random bytes, new ones for each call; null takes them from the operating system.</param>
        /// <exception cref="TillwireException"><see cref="Status.CallParameter"/> where a parameter is missing, not taken or not of
        /// its form.</exception>
        public void Begin(byte[] random = null)
        {
            Expect(random);
            Held(() =>
            {
                IntPtr error;
                return TillwireException.Check(Native.tillwire_call_begin(pointer, random, out error), error);
            });
        }

        /// <summary>Begins the next page of a list that comes by page, the first one included; false after the last one.</summary>
        /// <exception cref="TillwireException"><see cref="Status.CallIncomplete"/>, <see cref="Status.CallStuck"/>, or as
        /// <see cref="Begin"/>.</exception>
        public bool NextPage(byte[] random = null, DateTimeOffset? now = null)
        {
            Expect(random);
            var milliseconds = Timestamp.Milliseconds(now ?? DateTimeOffset.UtcNow);
            return Held(() =>
            {
                IntPtr error;
                return TillwireException.Check(
                    Native.tillwire_call_next_page(pointer, random, milliseconds, out error), error);
            });
        }

        /// <summary>Takes the answer to the request, and says what next: null where the reply can be read, otherwise how long to wait
        /// before the request is sent again, with the headers that it then has.</summary>
        /// <param name="httpStatus">The HTTP status of the answer.</param>
        /// <param name="headers">Its headers, or null.</param>
        /// <param name="body">Its body, decoded from any transfer coding.</param>
        /// <param name="elapsed">How long ago the call began, by a clock that does not go back.</param>
        /// <param name="now">Null for now.</param>
        /// <exception cref="TillwireException">Where it is no use, or not safe, to try again.</exception>
        public TimeSpan? After(
            int httpStatus, Headers headers, byte[] body, TimeSpan elapsed, DateTimeOffset? now = null)
        {
            if (body == null)
                throw new ArgumentNullException(nameof(body));
            return After(httpStatus, headers, body, (long)elapsed.TotalMilliseconds, now);
        }

        /// <summary>Takes that there was no answer, and says what next, as the other form does.</summary>
        /// <exception cref="TillwireException">Where it is no use, or not safe, to try again.</exception>
        public TimeSpan? After(Failure failure, TimeSpan elapsed, DateTimeOffset? now = null)
        {
            return After((int)failure, null, new byte[0], (long)elapsed.TotalMilliseconds, now);
        }

        TimeSpan? After(int cameTo, Headers headers, byte[] body, long elapsed, DateTimeOffset? now)
        {
            var milliseconds = Timestamp.Milliseconds(now ?? DateTimeOffset.UtcNow);
            using (var none = new HeadersHandle())
            {
                lock (headers == null ? new object() : headers.Gate)
                    return Held(() =>
                    {
                        long wait;
                        IntPtr error;
                        var status = Native.tillwire_call_after(
                            pointer, cameTo, headers == null ? none : headers.Handle, body, Utf8.Length(body), elapsed,
                            milliseconds, out wait, out error);
                        TillwireException.Check(status, error);
                        return status == Native.TILLWIRE_AGAIN ? TimeSpan.FromMilliseconds(wait) : (TimeSpan?)null;
                    });
            }
        }

        /// <summary>The headers of the request. One of them carries the credentials: treat the values as secrets. <c>Host</c> and
        /// <c>Content-Length</c> are left to who sends.</summary>
        public IReadOnlyList<KeyValuePair<string, string>> Headers()
        {
            return Held(() =>
            {
                var headers = new List<KeyValuePair<string, string>>();
                for (uint position = 0; ; position++)
                {
                    IntPtr value;
                    var name = Native.tillwire_call_header(pointer, (UIntPtr)position, out value);
                    if (name == IntPtr.Zero)
                        return headers.AsReadOnly();
                    headers.Add(new KeyValuePair<string, string>(Utf8.Text(name), Utf8.Text(value)));
                }
            });
        }

        /// <summary>Any value of the reply's body by path, as in <c>$.data.status</c> or <c>$</c> for the whole, as the JSON text that
        /// stands there; null where there is none. The answer to a login holds its token.</summary>
        public string Raw(string path)
        {
            var bytes = Utf8.Required(path, nameof(path));
            return Held(() =>
            {
                UIntPtr length;
                var value = Native.tillwire_call_raw(pointer, bytes, out length);
                return Utf8.Text(value, length);
            });
        }

        /// <summary>The records of this page of a list that were on no earlier one, each as the JSON text that stands in the
        /// reply.</summary>
        public IReadOnlyList<string> Records()
        {
            return Held(() =>
            {
                var records = new List<string>();
                for (uint position = 0; ; position++)
                {
                    UIntPtr length;
                    var record = Native.tillwire_call_record(pointer, (UIntPtr)position, out length);
                    if (record == IntPtr.Zero)
                        return records.AsReadOnly();
                    records.Add(Utf8.Text(record, length));
                }
            });
        }

        /// <summary>Decodes the orders of the reply, for <see cref="OrderBook.Apply"/>; null where there is no reply.</summary>
        /// <param name="verifier">Whose stores, scales and dictionaries to read with; null for the platform's documented
        /// defaults.</param>
        /// <exception cref="TillwireException">Where it holds no orders that can be decoded.</exception>
        public Event Orders(Verifier verifier = null)
        {
            using (var none = new VerifierHandle())
            {
                return Held(() =>
                {
                    EventHandle orders;
                    IntPtr error;
                    var status = Native.tillwire_call_orders(
                        pointer, verifier == null ? none : verifier.Handle, out orders, out error);
                    return TillwireException.Check(status, error) ? new Event(orders) : null;
                });
            }
        }

        /// <summary>Ends the call.</summary>
        public void Dispose()
        {
            handle.Dispose();
        }

        static void Expect(byte[] random)
        {
            if (random != null && random.Length != 16)
                throw new ArgumentException("16 random bytes are needed", nameof(random));
        }
    }

    /// <summary>The request of a call.</summary>
    public sealed partial class Request
    {
        internal Request(CallHandle owner, IntPtr call, object gate) : base(owner, call, 0, gate)
        {
        }
    }

    /// <summary>What the platform replied to a call.</summary>
    public sealed partial class Reply
    {
        internal Reply(CallHandle owner, IntPtr call, object gate) : base(owner, call, 0, gate)
        {
        }
    }

    /// <summary>How far a list that comes by page was read.</summary>
    public sealed partial class Pages
    {
        internal Pages(CallHandle owner, IntPtr call, object gate) : base(owner, call, 0, gate)
        {
        }
    }
}
