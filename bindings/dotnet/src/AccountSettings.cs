// Who calls a platform, and how.
using System;
using System.Collections.Generic;

namespace Tillwire
{
    /// <summary>Who calls a platform, and how. What is left null has the default.</summary>
    public sealed partial class AccountSettings : SettingValues
    {
        /// <summary>An account in production.</summary>
        public AccountSettings(Platform platform) : this(platform, PlatformEnvironment.Production)
        {
        }

        /// <summary>An account.</summary>
        /// <param name="platform">The platform.</param>
        /// <param name="environment">The environment; null where the addresses are set.</param>
        public AccountSettings(Platform platform, PlatformEnvironment? environment)
        {
            Platform = platform;
            Environment = environment;
            Secrets = new List<string>();
            AllowedHosts = new List<string>();
            Paths = new Dictionary<Operation, string>();
        }

        /// <summary>The platform.</summary>
        public Platform Platform { get; private set; }

        /// <summary>The environment; null where the addresses are set.</summary>
        public PlatformEnvironment? Environment { get; private set; }

        /// <summary>The secrets: klikit's secret key, Fire's API key, Atlas's API token. Several for rotation, the newest
        /// first.</summary>
        public IList<string> Secrets { get; private set; }

        /// <summary>Hosts that credentials may be sent to besides the platform's own.</summary>
        public IList<string> AllowedHosts { get; private set; }

        /// <summary>The paths of operations below the address, as in "/orders/{id}", where the platform publishes none or gave
        /// another.</summary>
        public IDictionary<Operation, string> Paths { get; private set; }

        internal void Fill(AccountHandle account)
        {
            IntPtr error;
            foreach (var secret in Secrets)
                Fill(account, Native.TILLWIRE_ACCOUNT_SECRET, secret);
            foreach (var host in AllowedHosts)
                Fill(account, Native.TILLWIRE_ACCOUNT_ALLOW_HOST, host);
            foreach (var text in Texts)
                Fill(account, text.Key, text.Value);
            foreach (var number in Numbers)
                TillwireException.Check(
                    Native.tillwire_account_set_int(account, number.Key, number.Value, out error), error);
            foreach (var path in Paths)
            {
                var bytes = Utf8.Required(path.Value, nameof(Paths));
                TillwireException.Check(
                    Native.tillwire_account_set_path(account, (int)path.Key, bytes, out error), error);
            }
        }

        static void Fill(AccountHandle account, int setting, string text)
        {
            IntPtr error;
            var bytes = Utf8.Bytes(text, nameof(text));
            var status = Native.tillwire_account_set_text(account, setting, bytes, Utf8.Length(bytes), out error);
            // Some of them are secrets.
            Array.Clear(bytes, 0, bytes.Length);
            TillwireException.Check(status, error);
        }
    }
}
