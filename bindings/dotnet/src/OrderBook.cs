// Every order of a till, and what each event asks of the till.
using System;

namespace Tillwire
{
    /// <summary>Whether a till may ask the platform for something.</summary>
    public sealed class MayAsk
    {
        internal MayAsk(Permission permission, string reason)
        {
            Permission = permission;
            Reason = reason;
        }

        /// <summary>Whether it may.</summary>
        public Permission Permission { get; private set; }

        /// <summary>Why not, a sentence; null where it simply may.</summary>
        public string Reason { get; private set; }
    }

    /// <summary>Every order of a till, by account, platform and id: apply each event to it, and it says what the till is to do. An
    /// event may come twice, late or out of order. Any number of threads, one after the other. A book is memory: keep it with
    /// <see cref="Export()"/>.</summary>
    public sealed partial class OrderBook : IDisposable
    {
        readonly object gate = new object();
        readonly BookHandle handle;

        /// <summary>An empty book.</summary>
        public OrderBook()
        {
            IntPtr error;
            TillwireLibrary.Check();
            TillwireException.Check(Native.tillwire_book_new(out handle, out error), error);
        }

        internal BookHandle Handle { get { return Tillwire.Handle.Live(handle); } }

        internal object Gate { get { return gate; } }

        long Read(int field)
        {
            long number;
            lock (gate)
                TillwireException.Check(Native.tillwire_book_int(handle, field, out number), IntPtr.Zero);
            return number;
        }

        void Set(int field, long value)
        {
            IntPtr error;
            lock (gate)
                TillwireException.Check(Native.tillwire_book_set_int(handle, field, value, out error), error);
        }

        /// <summary>Applies an event to every order in it, and says what it did to each.</summary>
        /// <param name="account">The caller's own label of the account at the platform, the same for each event from there; ids of
        /// two accounts may collide.</param>
        /// <param name="event">The event.</param>
        /// <param name="now">Only tells which order is older; null for now.</param>
        public Changes Apply(string account, Event @event, DateTimeOffset? now = null)
        {
            if (@event == null)
                throw new ArgumentNullException(nameof(@event));
            ChangesHandle changes;
            IntPtr error;
            var label = Utf8.Required(account, nameof(account));
            var seconds = Timestamp.Seconds(now ?? DateTimeOffset.UtcNow);
            lock (gate)
                TillwireException.Check(
                    Native.tillwire_book_apply(handle, label, @event.Handle, seconds, out changes, out error), error);
            return new Changes(changes);
        }

        /// <summary>Every order of the book, with the verdict <see cref="Verdict.Held"/>: to show them after a start.</summary>
        public Changes Held()
        {
            ChangesHandle changes;
            IntPtr error;
            lock (gate)
                TillwireException.Check(Native.tillwire_book_orders(handle, out changes, out error), error);
            return new Changes(changes);
        }

        /// <summary>Whether the book has an order.</summary>
        public bool Contains(string account, Platform platform, string id)
        {
            var label = Utf8.Required(account, nameof(account));
            var key = Utf8.Required(id, nameof(id));
            lock (gate)
                return Native.tillwire_book_order(handle, label, (int)platform, key) != IntPtr.Zero;
        }

        /// <summary>All that is known of an order now, as a copy that later events leave as it is; null where the book has no such
        /// order.</summary>
        public Order Order(string account, Platform platform, string id)
        {
            var export = Export(account, platform, id);
            if (export == null)
                return null;
            // The library lends an order until the book changes. A copy cannot be pulled away by another thread.
            var copy = new OrderBook();
            copy.Import(export);
            var order = Native.tillwire_book_order(
                copy.handle, Utf8.Required(account, nameof(account)), (int)platform, Utf8.Required(id, nameof(id)));
            return new Order(copy.handle, order);
        }

        /// <summary>Reads the states again that a platform told as codes, by the dictionaries of a verifier's settings: for orders
        /// that were told before a dictionary was loaded.</summary>
        public Changes ReadAgain(Verifier verifier)
        {
            if (verifier == null)
                throw new ArgumentNullException(nameof(verifier));
            ChangesHandle changes;
            IntPtr error;
            lock (gate)
                TillwireException.Check(
                    Native.tillwire_book_read_again(handle, verifier.Handle, out changes, out error), error);
            return new Changes(changes);
        }

        /// <summary>Takes an order out; nothing is remembered of it. False where the book has no such order.</summary>
        public bool Remove(string account, Platform platform, string id)
        {
            IntPtr error;
            var label = Utf8.Required(account, nameof(account));
            var key = Utf8.Required(id, nameof(id));
            lock (gate)
                return TillwireException.Check(
                    Native.tillwire_book_remove(handle, label, (int)platform, key, out error), error);
        }

        /// <summary>Whether a till may ask the platform for something, and why not; null where the book has no such
        /// order.</summary>
        /// <param name="account">The label of the account.</param>
        /// <param name="platform">The platform.</param>
        /// <param name="id">The platform's id of the order.</param>
        /// <param name="ask">What would be asked.</param>
        /// <param name="reasonCode">The reason that would go with it, or null.</param>
        public MayAsk MayAsk(string account, Platform platform, string id, Ask ask, string reasonCode = null)
        {
            int permission;
            IntPtr reason, error;
            var label = Utf8.Required(account, nameof(account));
            var key = Utf8.Required(id, nameof(id));
            var code = Utf8.Terminated(reasonCode, nameof(reasonCode));
            lock (gate)
            {
                var status = Native.tillwire_book_may_ask(
                    handle, label, (int)platform, key, (int)ask, code, out permission, out reason, out error);
                return TillwireException.Check(status, error)
                    ? new MayAsk((Permission)permission, Utf8.Text(reason))
                    : null;
            }
        }

        /// <summary>Makes the call that asks the platform of a client for something, to be sent; null where the book has no such
        /// order.</summary>
        /// <param name="client">Who asks.</param>
        /// <param name="account">The label under which the book has the order.</param>
        /// <param name="id">The platform's id of the order.</param>
        /// <param name="ask">What is asked.</param>
        /// <param name="reason">Why it is rejected or cancelled, in the platform's own codes or words; or null.</param>
        /// <param name="station">The name of the kitchen station, or null.</param>
        /// <param name="at">When it happened in the shop, or null. Fire's kitchen reports need it.</param>
        /// <exception cref="TillwireException"><see cref="Status.CallRefused"/> where a till may not ask this.</exception>
        public Call Request(
            Client client, string account, string id, Ask ask, string reason = null, string station = null,
            DateTimeOffset? at = null)
        {
            if (client == null)
                throw new ArgumentNullException(nameof(client));
            IntPtr call, error;
            var label = Utf8.Required(account, nameof(account));
            var key = Utf8.Required(id, nameof(id));
            var why = Utf8.Terminated(reason, nameof(reason));
            var where = Utf8.Terminated(station, nameof(station));
            var when = at == null ? null : new[] { new Timestamp(at.Value).ToNative() };
            lock (gate)
            {
                var status = Native.tillwire_book_request(
                    handle, label, key, client.Handle, (int)ask, why, where, when, out call, out error);
                return TillwireException.Check(status, error) ? new Call(call) : null;
            }
        }

        /// <summary>The whole book as JSON text, to be kept and given to <see cref="Import"/>. It holds customers' details, as the
        /// orders do. A large book is better written order by order, each after it changed.</summary>
        public string Export()
        {
            return Export((byte[])null, 0, null);
        }

        /// <summary>One order as JSON text; null where the book has no such order.</summary>
        public string Export(string account, Platform platform, string id)
        {
            return Export(Utf8.Required(account, nameof(account)), (int)platform, Utf8.Required(id, nameof(id)));
        }

        string Export(byte[] account, int platform, byte[] id)
        {
            IntPtr text, error;
            lock (gate)
            {
                var status = Native.tillwire_book_export(handle, account, platform, id, out text, out error);
                return TillwireException.Check(status, error) ? Utf8.Taken(text) : null;
            }
        }

        /// <summary>Puts the orders of an export in, in place of those of the same account, platform and id; says how many there
        /// were.</summary>
        /// <exception cref="TillwireException"><see cref="Status.NotJson"/>, <see cref="Status.Export"/> or
        /// <see cref="Status.Version"/>, and the book is as it was.</exception>
        public long Import(string export)
        {
            UIntPtr count;
            IntPtr error;
            var text = Utf8.Bytes(export, nameof(export));
            lock (gate)
                TillwireException.Check(
                    Native.tillwire_book_import(handle, text, Utf8.Length(text), out count, out error), error);
            return checked((long)count.ToUInt64());
        }

        /// <summary>Ends the book.</summary>
        public void Dispose()
        {
            handle.Dispose();
        }
    }
}
