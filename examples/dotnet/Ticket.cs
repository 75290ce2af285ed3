// What a change asks of the till, on paper: here on the console.
using System;
using System.Linq;
using Tillwire;

static class Ticket
{
    public static void Print(Change change)
    {
        Console.WriteLine("order {0}: {1}", change.OrderId ?? "-", (change.Action ?? TillAction.Nothing).Name());
        if (change.Action == TillAction.Print)
            Print(change.Now);
        if (change.Action == TillAction.Reprint)
            foreach (var line in change.Lines)
                Console.WriteLine("  {0}: {1}", line.Edit.Value.Name(), (line.Now ?? line.Before).Name);
        if (change.NeedsDetail == true || change.Uncertain == true)
            Console.WriteLine("  read it at the platform to make sure");
    }

    static void Print(Order order)
    {
        var fulfilment = order.Fulfilment == null ? order.FulfilmentText : order.Fulfilment.Value.Name();
        Console.WriteLine("  {0} {1}{2}", order.Reference, fulfilment, order.Test == true ? " TEST" : "");
        foreach (var line in order.Lines.Where(line => line.Voided != true))
        {
            var indent = new string(' ', 2 + 4 * (line.Depth ?? 0));
            var quantity = line.Quantity == null ? "?" : Money.Quantity(line.Quantity.Value);
            Console.WriteLine("{0}{1} x {2}", indent, quantity, line.Name);
            if (line.Notes != null)
                Console.WriteLine("{0}    {1}", indent, line.Notes);
        }
        if (order.Total != null)
            Console.WriteLine("  Total {0} {1}", order.Total, order.Total.Value.Currency);
    }
}
