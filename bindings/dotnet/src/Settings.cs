// The settings of tillwire.h as properties: null leaves the default.
// Generated from ffi/src by `cargo run -p tillwire-header`; do not edit.

namespace Tillwire
{
    public sealed partial class VerifierSettings
    {
        /// <summary>The scheme. Default: klikit hex, Atlas bearer token, Fire <c>v1=</c>.</summary>
        public Scheme? Scheme
        {
            get { return (Scheme?)NumberOf(Native.TILLWIRE_SETTING_SCHEME); }
            set { Set(Native.TILLWIRE_SETTING_SCHEME, (long?)value); }
        }

        /// <summary>How many seconds a signed time may be from now, 0 to 4294967295, or <c>SwitchToleranceOff</c> for a
        /// till whose clock is wrong. Default 300. Only the scheme <c>v1=</c> signs a time.</summary>
        public long? ToleranceSeconds
        {
            get { return NumberOf(Native.TILLWIRE_SETTING_TOLERANCE_SECONDS); }
            set { Set(Native.TILLWIRE_SETTING_TOLERANCE_SECONDS, value); }
        }

        /// <summary>The largest body in bytes, up to 2147483646. Default 8388608.</summary>
        public long? BodyBytes
        {
            get { return NumberOf(Native.TILLWIRE_SETTING_BODY_BYTES); }
            set { Set(Native.TILLWIRE_SETTING_BODY_BYTES, value); }
        }

        /// <summary>How deeply arrays and objects may be nested. Default 64.</summary>
        public long? Depth
        {
            get { return NumberOf(Native.TILLWIRE_SETTING_DEPTH); }
            set { Set(Native.TILLWIRE_SETTING_DEPTH, value); }
        }

        /// <summary>How many elements an array, and how many lines an event, may have. Default 10000.</summary>
        public long? Elements
        {
            get { return NumberOf(Native.TILLWIRE_SETTING_ELEMENTS); }
            set { Set(Native.TILLWIRE_SETTING_ELEMENTS, value); }
        }

        /// <summary>The name of the header with the signature or token. Default: as the platform documents it; there is
        /// none for <c>Scheme.Header</c>.</summary>
        public string SignatureHeader
        {
            get { return TextOf(Native.TILLWIRE_SETTING_SIGNATURE_HEADER); }
            set { Set(Native.TILLWIRE_SETTING_SIGNATURE_HEADER, value); }
        }

        /// <summary>The name of the header with the signed time. Default for Fire: X-Fire-Timestamp.</summary>
        public string TimestampHeader
        {
            get { return TextOf(Native.TILLWIRE_SETTING_TIMESTAMP_HEADER); }
            set { Set(Native.TILLWIRE_SETTING_TIMESTAMP_HEADER, value); }
        }

        /// <summary>The type of event that this address receives, as in "order.created". It stands above a header,
        /// which no signature covers.</summary>
        public string ExpectEvent
        {
            get { return TextOf(Native.TILLWIRE_SETTING_EXPECT_EVENT); }
            set { Set(Native.TILLWIRE_SETTING_EXPECT_EVENT, value); }
        }

        /// <summary>The name of the header that states the event's type. Default: as the platform documents it; Atlas
        /// has none.</summary>
        public string TypeHeader
        {
            get { return TextOf(Native.TILLWIRE_SETTING_TYPE_HEADER); }
            set { Set(Native.TILLWIRE_SETTING_TYPE_HEADER, value); }
        }

        /// <summary>The name of the header with the delivery's own mark. Default for klikit: x-klikit-event-id; the
        /// others have none.</summary>
        public string IdHeader
        {
            get { return TextOf(Native.TILLWIRE_SETTING_ID_HEADER); }
            set { Set(Native.TILLWIRE_SETTING_ID_HEADER, value); }
        }
    }

    public sealed partial class AccountSettings
    {
        /// <summary>The vendor's own name for the account; never sent.</summary>
        public string Label
        {
            get { return TextOf(Native.TILLWIRE_ACCOUNT_LABEL); }
            set { Set(Native.TILLWIRE_ACCOUNT_LABEL, value); }
        }

        /// <summary>klikit: the partner key, the half that may be logged.</summary>
        public string Key
        {
            get { return TextOf(Native.TILLWIRE_ACCOUNT_KEY); }
            set { Set(Native.TILLWIRE_ACCOUNT_KEY, value); }
        }

        /// <summary>Atlas: the merchant.</summary>
        public string Merchant
        {
            get { return TextOf(Native.TILLWIRE_ACCOUNT_MERCHANT); }
            set { Set(Native.TILLWIRE_ACCOUNT_MERCHANT, value); }
        }

        /// <summary>Fire: the account's id.</summary>
        public string AccountId
        {
            get { return TextOf(Native.TILLWIRE_ACCOUNT_ACCOUNT_ID); }
            set { Set(Native.TILLWIRE_ACCOUNT_ACCOUNT_ID, value); }
        }

        /// <summary>Fire: the vendor's id, for reads that need one.</summary>
        public string VendorId
        {
            get { return TextOf(Native.TILLWIRE_ACCOUNT_VENDOR_ID); }
            set { Set(Native.TILLWIRE_ACCOUNT_VENDOR_ID, value); }
        }

        /// <summary>Fire: the client's id, for the v4 API.</summary>
        public string ClientId
        {
            get { return TextOf(Native.TILLWIRE_ACCOUNT_CLIENT_ID); }
            set { Set(Native.TILLWIRE_ACCOUNT_CLIENT_ID, value); }
        }

        /// <summary>Fire: the client's secret, for the v4 API.</summary>
        public string ClientSecret
        {
            get { return TextOf(Native.TILLWIRE_ACCOUNT_CLIENT_SECRET); }
            set { Set(Native.TILLWIRE_ACCOUNT_CLIENT_SECRET, value); }
        }

        /// <summary>The address of the API, in place of the environment's.</summary>
        public string ApiAddress
        {
            get { return TextOf(Native.TILLWIRE_ACCOUNT_API_ADDRESS); }
            set { Set(Native.TILLWIRE_ACCOUNT_API_ADDRESS, value); }
        }

        /// <summary>Fire: the address of its dashboard and of reports, in place of the environment's.</summary>
        public string AppAddress
        {
            get { return TextOf(Native.TILLWIRE_ACCOUNT_APP_ADDRESS); }
            set { Set(Native.TILLWIRE_ACCOUNT_APP_ADDRESS, value); }
        }

        /// <summary>Fire: the token of a login, where one is kept.</summary>
        public string Token
        {
            get { return TextOf(Native.TILLWIRE_ACCOUNT_TOKEN); }
            set { Set(Native.TILLWIRE_ACCOUNT_TOKEN, value); }
        }

        /// <summary>A proxy, as in <c>http://user:password@proxy.example:3128</c>. It is asked to connect and does not
        /// see what is sent. Default: none, whatever the environment says.</summary>
        public string Proxy
        {
            get { return TextOf(Native.TILLWIRE_ACCOUNT_PROXY); }
            set { Set(Native.TILLWIRE_ACCOUNT_PROXY, value); }
        }

        /// <summary>Certificates in PEM form to be trusted too, beside the built-in ones of the public
        /// authorities.</summary>
        public string RootCertificates
        {
            get { return TextOf(Native.TILLWIRE_ACCOUNT_ROOT_CERTIFICATES); }
            set { Set(Native.TILLWIRE_ACCOUNT_ROOT_CERTIFICATES, value); }
        }

        /// <summary>Most attempts of a call, the first included, 1 to 4294967295. Default 5.</summary>
        public long? Attempts
        {
            get { return NumberOf(Native.TILLWIRE_ACCOUNT_ATTEMPTS); }
            set { Set(Native.TILLWIRE_ACCOUNT_ATTEMPTS, value); }
        }

        /// <summary>The wait after the first attempt in milliseconds, doubled after each further one, 0 to 4294967295.
        /// Default 500, for Fire 1000.</summary>
        public long? FirstWaitMs
        {
            get { return NumberOf(Native.TILLWIRE_ACCOUNT_FIRST_WAIT_MS); }
            set { Set(Native.TILLWIRE_ACCOUNT_FIRST_WAIT_MS, value); }
        }

        /// <summary>The longest wait that doubling comes to in milliseconds, 0 to 4294967295. Default 30000. A platform
        /// may ask for a longer one.</summary>
        public long? LongestWaitMs
        {
            get { return NumberOf(Native.TILLWIRE_ACCOUNT_LONGEST_WAIT_MS); }
            set { Set(Native.TILLWIRE_ACCOUNT_LONGEST_WAIT_MS, value); }
        }

        /// <summary>How long a call may take in all in milliseconds, waits included, 1 to 4294967295. Default
        /// 60000.</summary>
        public long? TotalMs
        {
            get { return NumberOf(Native.TILLWIRE_ACCOUNT_TOTAL_MS); }
            set { Set(Native.TILLWIRE_ACCOUNT_TOTAL_MS, value); }
        }

        /// <summary>The largest answer in bytes, up to 2147483646. Default 8388608.</summary>
        public long? AnswerBytes
        {
            get { return NumberOf(Native.TILLWIRE_ACCOUNT_ANSWER_BYTES); }
            set { Set(Native.TILLWIRE_ACCOUNT_ANSWER_BYTES, value); }
        }

        /// <summary>How deeply an answer may be nested. Default 64.</summary>
        public long? AnswerDepth
        {
            get { return NumberOf(Native.TILLWIRE_ACCOUNT_ANSWER_DEPTH); }
            set { Set(Native.TILLWIRE_ACCOUNT_ANSWER_DEPTH, value); }
        }

        /// <summary>How many elements an array of an answer may have. Default 10000.</summary>
        public long? AnswerElements
        {
            get { return NumberOf(Native.TILLWIRE_ACCOUNT_ANSWER_ELEMENTS); }
            set { Set(Native.TILLWIRE_ACCOUNT_ANSWER_ELEMENTS, value); }
        }

        /// <summary>How long finding the host, connecting and the TLS handshake may each take in milliseconds, 1 to
        /// 4294967295. Default 5000.</summary>
        public long? ConnectMs
        {
            get { return NumberOf(Native.TILLWIRE_ACCOUNT_CONNECT_MS); }
            set { Set(Native.TILLWIRE_ACCOUNT_CONNECT_MS, value); }
        }

        /// <summary>After how many milliseconds an attempt without an answer is given up for another one, where another
        /// one does no harm, 1 to 4294967295. Default 20000.</summary>
        public long? AttemptMs
        {
            get { return NumberOf(Native.TILLWIRE_ACCOUNT_ATTEMPT_MS); }
            set { Set(Native.TILLWIRE_ACCOUNT_ATTEMPT_MS, value); }
        }

        /// <summary>Whether to trust what the operating system trusts in place of the built-in certificates. Default
        /// false. <c>Status.Unsupported</c> in a library that was built without.</summary>
        public bool? PlatformVerifier
        {
            get { return FlagOf(Native.TILLWIRE_ACCOUNT_PLATFORM_VERIFIER); }
            set { Set(Native.TILLWIRE_ACCOUNT_PLATFORM_VERIFIER, value == null ? (long?)null : value.Value ? 1 : 0); }
        }
    }

    public sealed partial class OrderBook
    {
        /// <summary>Orders in the book.</summary>
        public long Orders { get { return Read(Native.TILLWIRE_BOOK_ORDERS); } }

        /// <summary>Of these, finished.</summary>
        public long Finished { get { return Read(Native.TILLWIRE_BOOK_FINISHED); } }

        /// <summary>Orders that left and are remembered, so that a late repeat prints no second ticket.</summary>
        public long Remembered { get { return Read(Native.TILLWIRE_BOOK_REMEMBERED); } }

        /// <summary>First tellings of an order, since the book was made.</summary>
        public long New { get { return Read(Native.TILLWIRE_BOOK_NEW); } }

        /// <summary>Tellings that changed an order.</summary>
        public long Changed { get { return Read(Native.TILLWIRE_BOOK_CHANGED); } }

        /// <summary>Tellings that were applied before.</summary>
        public long Duplicate { get { return Read(Native.TILLWIRE_BOOK_DUPLICATE); } }

        /// <summary>Tellings that said nothing new.</summary>
        public long Stale { get { return Read(Native.TILLWIRE_BOOK_STALE); } }

        /// <summary>Deliveries about no order.</summary>
        public long NotUnderstood { get { return Read(Native.TILLWIRE_BOOK_NOT_UNDERSTOOD); } }

        /// <summary>Tellings of finished orders that had left.</summary>
        public long Forgotten { get { return Read(Native.TILLWIRE_BOOK_FORGOTTEN); } }

        /// <summary>Finished orders that left for want of room.</summary>
        public long LeftFinished { get { return Read(Native.TILLWIRE_BOOK_LEFT_FINISHED); } }

        /// <summary>Open orders that left for want of room: the book is too small.</summary>
        public long LeftOpen { get { return Read(Native.TILLWIRE_BOOK_LEFT_OPEN); } }

        /// <summary>Most orders, 1 to 2147483647. Beyond it, the oldest finished one leaves, then the oldest open one.
        /// Default 10000.</summary>
        public long MostOrders
        {
            get { return Read(Native.TILLWIRE_BOOK_MOST_ORDERS); }
            set { Set(Native.TILLWIRE_BOOK_MOST_ORDERS, value); }
        }

        /// <summary>For how many seconds an order that left is remembered, from 0. Default 604800, seven
        /// days.</summary>
        public long RememberedSeconds
        {
            get { return Read(Native.TILLWIRE_BOOK_REMEMBERED_SECONDS); }
            set { Set(Native.TILLWIRE_BOOK_REMEMBERED_SECONDS, value); }
        }

        /// <summary>Most orders that left and are remembered, 0 to 2147483647. Default 100000.</summary>
        public long MostRemembered
        {
            get { return Read(Native.TILLWIRE_BOOK_MOST_REMEMBERED); }
            set { Set(Native.TILLWIRE_BOOK_MOST_REMEMBERED, value); }
        }
    }

    public sealed partial class Client
    {
        /// <summary>Requests sent by <c>Call.Send</c>, or tried to be.</summary>
        public long Sent { get { return Read(Native.TILLWIRE_ACCOUNT_SENT); } }

        /// <summary>Calls that came to a reply.</summary>
        public long Replies { get { return Read(Native.TILLWIRE_ACCOUNT_REPLIES); } }

        /// <summary>Calls that did not.</summary>
        public long Errors { get { return Read(Native.TILLWIRE_ACCOUNT_ERRORS); } }

        /// <summary>Logins.</summary>
        public long Logins { get { return Read(Native.TILLWIRE_ACCOUNT_LOGINS); } }

        /// <summary>How long was waited between attempts in all, in milliseconds.</summary>
        public long WaitedMs { get { return Read(Native.TILLWIRE_ACCOUNT_WAITED_MS); } }

        /// <summary>Notes that were dropped because nobody fetched them.</summary>
        public long NotesLost { get { return Read(Native.TILLWIRE_ACCOUNT_NOTES_LOST); } }
    }
}
