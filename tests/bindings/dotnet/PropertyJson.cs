// Makes JSON of an event's properties: each has the name of a JSON member, and no member may lack one.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text;
using Tillwire;

static class PropertyJson
{
    public static string Of(Event told)
    {
        var keys = Enumerable.Range(0, Math.Max(1, told.Orders.Count)).Select(position => Keys(told, position));
        // An event about nothing has none.
        if (told.Orders.Count == 0)
            keys = keys.Where(written => written != "{}");
        return Object(Members(told).Concat(new[] { Member("keys", "[" + string.Join(",", keys) + "]") }));
    }

    public static string Of(Order order)
    {
        return Object(Members(order));
    }

    static string Keys(Event told, int position)
    {
        var keys = Enum.GetValues(typeof(EventKey)).Cast<EventKey>()
            .Select(key => new KeyValuePair<string, string>(key.ToString(), told.Key(key, position)));
        return Object(keys.Where(key => key.Value != null).Select(key => Member(Snake(key.Key), Text(key.Value))));
    }

    static IEnumerable<string> Members(Record record)
    {
        foreach (var property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var value = property.GetValue(record);
            if (value != null && !(value is IReadOnlyList<string> && ((IReadOnlyList<string>)value).Count == 0))
                yield return Member(Snake(property.Name), Written(value));
        }
    }

    static string Written(object value)
    {
        if (value is Money)
        {
            var money = (Money)value;
            var amount = Member("amount", Text(money.Amount.ToString(CultureInfo.InvariantCulture)));
            return Object(money.Currency == null ? new[] { amount } : new[] { amount, Member("currency", Text(money.Currency)) });
        }
        if (value is decimal)
            return Text(((decimal)value).ToString(CultureInfo.InvariantCulture));
        if (value is DateTimeOffset)
            return Text(new Timestamp((DateTimeOffset)value).ToString());
        if (value is bool)
            return (bool)value ? "true" : "false";
        if (value is int || value is long)
            return Convert.ToString(value, CultureInfo.InvariantCulture);
        if (value is Enum)
            return Text((string)typeof(CodeNames).GetMethod("Name", new[] { value.GetType() }).Invoke(null, new[] { value }));
        if (value is string)
            return Text((string)value);
        if (value is Record)
            return Object(Members((Record)value));
        return "[" + string.Join(",", ((IEnumerable)value).Cast<object>().Select(Written)) + "]";
    }

    static string Member(string name, string value)
    {
        return Text(name) + ":" + value;
    }

    static string Object(IEnumerable<string> members)
    {
        return "{" + string.Join(",", members) + "}";
    }

    static string Snake(string name)
    {
        var snake = new StringBuilder();
        for (var at = 0; at < name.Length; at++)
        {
            // A digit belongs to the word before it.
            if (at > 0 && char.IsUpper(name[at]))
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[at]));
        }
        return snake.ToString();
    }

    static string Text(string text)
    {
        var escaped = new StringBuilder("\"");
        foreach (var unit in text)
        {
            if (unit < ' ' || unit > '~' || unit == '"' || unit == '\\')
                escaped.Append("\\u").Append(((int)unit).ToString("x4"));
            else
                escaped.Append(unit);
        }
        return escaped.Append('"').ToString();
    }
}
