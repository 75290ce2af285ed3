// Tells genuine deliveries from forged ones, and decodes them.
using System;

namespace Tillwire
{
    /// <summary>What to answer the platform.</summary>
    public sealed class WebhookAnswer
    {
        internal WebhookAnswer(int httpStatus, byte[] body)
        {
            HttpStatus = httpStatus;
            Body = body;
        }

        /// <summary>The HTTP status.</summary>
        public int HttpStatus { get; private set; }

        /// <summary>The body, JSON; it tells a forger nothing.</summary>
        public byte[] Body { get; private set; }
    }

    /// <summary>What was shown of a delivery.</summary>
    public sealed class Verified
    {
        internal Verified(int secretIndex, Assurance assurance)
        {
            SecretIndex = secretIndex;
            Assurance = assurance;
        }

        /// <summary>Which secret matched, 0 for the first.</summary>
        public int SecretIndex { get; private set; }

        /// <summary>What was shown.</summary>
        public Assurance Assurance { get; private set; }
    }

    /// <summary>Verifies and decodes the deliveries of one webhook. Any number of threads.</summary>
    public sealed class Verifier : IDisposable
    {
        readonly VerifierHandle handle;

        /// <summary>A verifier with the platform's documented defaults.</summary>
        /// <exception cref="TillwireException">As <see cref="Verifier(VerifierSettings)"/>.</exception>
        public Verifier(Platform platform, params string[] secrets) : this(Settings(platform, secrets))
        {
        }

        /// <summary>A verifier from settings, which may be used again.</summary>
        /// <exception cref="TillwireException"><see cref="Status.Secret"/> or <see cref="Status.Setting"/> where a setting is
        /// missing or unusable; the message says which.</exception>
        public Verifier(VerifierSettings settings)
        {
            if (settings == null)
                throw new ArgumentNullException(nameof(settings));
            IntPtr error;
            TillwireLibrary.Check();
            using (var native = settings.ToNative())
                TillwireException.Check(Native.tillwire_verifier_new(native, out handle, out error), error);
        }

        static VerifierSettings Settings(Platform platform, string[] secrets)
        {
            if (secrets == null)
                throw new ArgumentNullException(nameof(secrets));
            var settings = new VerifierSettings(platform);
            foreach (var secret in secrets)
                settings.Secrets.Add(secret);
            return settings;
        }

        internal VerifierHandle Handle { get { return Tillwire.Handle.Live(handle); } }

        /// <summary>Verifies a delivery and decodes it.</summary>
        /// <param name="headers">The headers as received.</param>
        /// <param name="body">Exactly the bytes received.</param>
        /// <param name="now">When it was received; null for now.</param>
        /// <exception cref="TillwireException">Where it is not shown to be genuine, or cannot be decoded: pass its status to
        /// <see cref="Answer"/>.</exception>
        public Event Open(Headers headers, byte[] body, DateTimeOffset? now = null)
        {
            EventHandle made;
            IntPtr error;
            Expect(headers, body);
            lock (headers.Gate)
                TillwireException.Check(
                    Native.tillwire_verifier_open(
                        handle, headers.Handle, body, Utf8.Length(body), Seconds(now), out made, out error),
                    error);
            return new Event(made);
        }

        /// <summary>Verifies a delivery and leaves the body alone.</summary>
        /// <exception cref="TillwireException">Where it is not shown to be genuine.</exception>
        public Verified Verify(Headers headers, byte[] body, DateTimeOffset? now = null)
        {
            int secret, assurance;
            IntPtr error;
            Expect(headers, body);
            lock (headers.Gate)
                TillwireException.Check(
                    Native.tillwire_verifier_verify(
                        handle, headers.Handle, body, Utf8.Length(body), Seconds(now), out secret, out assurance, out error),
                    error);
            return new Verified(secret, (Assurance)assurance);
        }

        /// <summary>Decodes a body of which nothing is known to be genuine: for replays, tests, and programs that verify
        /// elsewhere.</summary>
        /// <exception cref="TillwireException">Where it cannot be decoded.</exception>
        public Event DecodeUnverified(byte[] body, Headers headers = null)
        {
            EventHandle made;
            IntPtr error;
            Expect(body);
            using (var none = new HeadersHandle())
            {
                lock (headers == null ? new object() : headers.Gate)
                    TillwireException.Check(
                        Native.tillwire_verifier_decode_unverified(
                            handle, headers == null ? none : headers.Handle, body, Utf8.Length(body), out made, out error),
                        error);
            }
            return new Event(made);
        }

        /// <summary>Decodes orders from the platform's answer to a read, a list of orders or one.</summary>
        /// <exception cref="TillwireException">Where it holds no orders that can be decoded.</exception>
        public Event DecodeOrders(byte[] body)
        {
            EventHandle made;
            IntPtr error;
            Expect(body);
            TillwireException.Check(
                Native.tillwire_verifier_decode_orders(handle, body, Utf8.Length(body), out made, out error), error);
            return new Event(made);
        }

        /// <summary>Makes the headers by which a genuine delivery of this body would prove itself, under the first secret: for
        /// tests and simulators.</summary>
        public Headers Sign(byte[] body, DateTimeOffset? now = null)
        {
            HeadersHandle made;
            IntPtr error;
            Expect(body);
            TillwireException.Check(
                Native.tillwire_verifier_sign(handle, body, Utf8.Length(body), Seconds(now), out made, out error), error);
            return new Headers(made);
        }

        /// <summary>What to answer the platform.</summary>
        /// <param name="status">What the delivery came to: <see cref="Status.Ok"/>, <see cref="Status.Duplicate"/> for a repeat, or
        /// the status of the exception.</param>
        /// <param name="kept">Whether the delivery is on disk, so that it is not lost although it could not be decoded.</param>
        public WebhookAnswer Answer(Status status, bool kept = false)
        {
            int http;
            IntPtr body;
            UIntPtr length;
            TillwireException.Check(
                Native.tillwire_verifier_answer(handle, (int)status, kept ? 1 : 0, out http, out body, out length),
                IntPtr.Zero);
            return new WebhookAnswer(http, Utf8.Copy(body, length));
        }

        /// <summary>Ends the verifier; its secrets are wiped from the library's memory.</summary>
        public void Dispose()
        {
            handle.Dispose();
        }

        static void Expect(Headers headers, byte[] body)
        {
            if (headers == null)
                throw new ArgumentNullException(nameof(headers));
            Expect(body);
        }

        static void Expect(byte[] body)
        {
            if (body == null)
                throw new ArgumentNullException(nameof(body));
        }

        static long Seconds(DateTimeOffset? now)
        {
            return Timestamp.Seconds(now ?? DateTimeOffset.UtcNow);
        }
    }
}
