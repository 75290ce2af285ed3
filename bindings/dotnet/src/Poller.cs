// Reads an account's orders round by round.
using System;

namespace Tillwire
{
    /// <summary>One step of a round of reading.</summary>
    public sealed class PollStep
    {
        internal PollStep(Changes changes, bool over, TillwireException problem)
        {
            Changes = changes;
            Over = over;
            Problem = problem;
        }

        /// <summary>What the orders that were read change; do what they say, as after a delivery.</summary>
        public Changes Changes { get; private set; }

        /// <summary>Whether the round is over.</summary>
        public bool Over { get; private set; }

        /// <summary>Why a call failed, or the round ended early; null where all is well. The next round reads the same
        /// again.</summary>
        public TillwireException Problem { get; private set; }
    }

    /// <summary>Reads an account's orders round by round into a book: for tills that deliveries cannot reach, and after an
    /// outage. Keep the book and <see cref="Export"/> after each round. Any number of threads, one after the other.</summary>
    public sealed class Poller : IDisposable
    {
        readonly object gate = new object();
        readonly PollHandle handle;

        /// <summary>A reader of the orders of an account.</summary>
        /// <param name="platform">The platform.</param>
        /// <param name="account">The label under which the book knows the account.</param>
        /// <param name="exported">What <see cref="Export"/> gave before a restart; null reads the last 24 hours first.</param>
        /// <exception cref="TillwireException"><see cref="Status.Export"/> where it is no export, or of another platform or
        /// label.</exception>
        public Poller(Platform platform, string account, string exported = null)
        {
            IntPtr error;
            TillwireLibrary.Check();
            var label = Utf8.Required(account, nameof(account));
            var text = Utf8.Terminated(exported, nameof(exported));
            TillwireException.Check(
                Native.tillwire_poll_new((int)platform, label, text, out handle, out error), error);
        }

        /// <summary>Takes in what the call before came to, and sends the next one. A round begins with the first step after the
        /// last one ended.</summary>
        /// <param name="client">Who reads.</param>
        /// <param name="book">What is kept.</param>
        /// <param name="verifier">Whose stores, scales and dictionaries to read with; null for the platform's documented
        /// defaults.</param>
        /// <param name="now">Null for now.</param>
        public PollStep Next(Client client, OrderBook book, Verifier verifier = null, DateTimeOffset? now = null)
        {
            if (client == null)
                throw new ArgumentNullException(nameof(client));
            if (book == null)
                throw new ArgumentNullException(nameof(book));
            var milliseconds = Timestamp.Milliseconds(now ?? DateTimeOffset.UtcNow);
            lock (gate)
            {
                var held = false;
                try
                {
                    handle.DangerousAddRef(ref held);
                    return Step(client, book, verifier, milliseconds);
                }
                finally
                {
                    if (held)
                        handle.DangerousRelease();
                }
            }
        }

        PollStep Step(Client client, OrderBook book, Verifier verifier, long now)
        {
            IntPtr call, error;
            ChangesHandle changes;
            int status;
            using (var none = new VerifierHandle())
            {
                lock (book.Gate)
                    status = Native.tillwire_poll_next(
                        handle, client.Handle, verifier == null ? none : verifier.Handle, book.Handle, now, out call,
                        out changes, out error);
            }
            var problem = TillwireException.Of(status, error);
            if (status != Native.TILLWIRE_OK)
                return new PollStep(new Changes(changes), true, problem);
            // The call is the poller's, which is held. What it comes to, the next step takes in.
            status = Native.tillwire_call_send(call, out error);
            return new PollStep(new Changes(changes), false, TillwireException.Of(status, error));
        }

        /// <summary>Reads a whole round, and hands over the changes of each step, which are disposed of after it.</summary>
        /// <exception cref="TillwireException">The first problem, after the round; what was read is applied all the
        /// same.</exception>
        public void Round(Client client, OrderBook book, Action<Changes> take, Verifier verifier = null)
        {
            if (take == null)
                throw new ArgumentNullException(nameof(take));
            TillwireException first = null;
            for (var over = false; !over;)
            {
                var step = Next(client, book, verifier);
                using (step.Changes)
                    take(step.Changes);
                first = first ?? step.Problem;
                over = step.Over;
            }
            if (first != null)
                throw first;
        }

        /// <summary>Up to when everything was read, as JSON text, for a poller after a restart.</summary>
        public string Export()
        {
            IntPtr text, error;
            lock (gate)
                TillwireException.Check(Native.tillwire_poll_export(handle, out text, out error), error);
            return Utf8.Taken(text);
        }

        /// <summary>Ends the poller.</summary>
        public void Dispose()
        {
            handle.Dispose();
        }
    }
}
