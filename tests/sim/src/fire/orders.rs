//! Reading orders. <https://docs.fire.rest/en/api-reference/list-orders>, <https://docs.fire.rest/en/api-reference/get-order>

use super::order::{self, Order};
use super::{Fire, Refusal, Reply, access};
use crate::clock::{self, SECOND};
use crate::context::{Call, Context};
use crate::http::Answer;
use crate::shelf::Record;

const USUAL_PAGE: u64 = 20;
const LARGEST_PAGE: u64 = 100;

impl Fire {
    /// `GET /api/v1/fire/external/orders`. Assumption: the newest first.
    pub(super) fn list(&mut self, call: &Call<'_>, context: &mut Context<'_>) -> Reply {
        access::allow(call, context, "orders:read")?;
        access::tenant(call, true)?;
        let fields = fields(call)?;
        let wanted = Wanted::read(call)?;
        let (page, size) = page(call, LARGEST_PAGE)?;
        let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        let found = self.orders.newest_first().filter(|(number, order)| wanted.has(*number, order));
        let shown = found.skip(count(page.saturating_sub(1).saturating_mul(size))).take(count(size));
        let orders: Vec<_> = shown.map(|(number, order)| read(order, number, fields.as_deref())).collect();
        let total = self.orders.newest_first().filter(|(number, order)| wanted.has(*number, order)).count();
        let total = u64::try_from(total).unwrap_or(u64::MAX);
        self.go_on(context);
        let pages = total.div_ceil(size);
        let body = format!(
            "{{\"orders\":[{}],\"pagination\":{{\"page\":{page},\"size\":{size},\"total\":{total},\"totalPages\":{pages}}}}}",
            orders.join(",")
        );
        Ok(Answer::new(200, "application/json", body.into_bytes()))
    }

    /// `GET /api/v1/fire/external/orders/{ref}`. Assumption: account and vendor may be left out here.
    pub(super) fn one(&self, reference: &str, call: &Call<'_>, context: &Context<'_>) -> Reply {
        access::allow(call, context, "orders:read")?;
        access::tenant(call, false)?;
        let fields = fields(call)?;
        let number = self.find(reference, context)?;
        let order = self.orders.get(number).ok_or_else(|| Refusal::NotFound("Order not found".to_owned()))?;
        let body = read(order, number, fields.as_deref());
        Ok(Answer::new(200, "application/json", body.into_bytes()))
    }

    /// What happens at the platform while a client turns the page.
    fn go_on(&mut self, context: &mut Context<'_>) {
        let common = context.settings.fire.common.clone();
        for _ in 0..common.arrive_per_page {
            self.place(context.now, context);
        }
        let count = usize::try_from(common.advance_per_page).unwrap_or(usize::MAX);
        let open = self.orders.oldest_first().filter_map(|(number, order)| Some((number, order.next()?)));
        let steps: Vec<_> = open.take(count).collect();
        for (number, step) in steps {
            if let Some(kind) = self.orders.get_mut(number).and_then(|order| order.step(step, context.now)) {
                self.announce(number, kind, context);
            }
        }
    }
}

/// Page and size.
pub(super) fn page(call: &Call<'_>, largest: u64) -> Result<(u64, u64), Refusal> {
    let page = call.count("page", 1);
    // Assumption: a larger size is refused, since its limit is published.
    let size = call.count("size", USUAL_PAGE).filter(|&size| size <= largest);
    match (page, size) {
        (Some(page), Some(size)) => Ok((page, size)),
        _ => Err(Refusal::Invalid(format!("page must be at least 1 and size 1 to {largest}"))),
    }
}

/// The members that are asked for, or all.
fn fields<'a>(call: &'a Call<'_>) -> Result<Option<Vec<&'a str>>, Refusal> {
    let Some(names) = call.query("fields") else { return Ok(None) };
    let names: Vec<_> = names.split(',').map(str::trim).collect();
    match names.iter().find(|name| !order::is_field(name)) {
        Some(name) => Err(Refusal::Invalid(format!("Unknown field: {name}"))),
        None => Ok(Some(names)),
    }
}

fn read(order: &Order, number: usize, fields: Option<&[&str]>) -> String {
    match fields {
        Some(names) => order.read_only(number, names),
        None => order.read(number),
    }
}

/// Which orders are wanted.
struct Wanted<'a> {
    status: Option<&'a str>,
    payment: Option<&'a str>,
    day: Option<&'a str>,
    code: Option<&'a str>,
    search: Option<&'a str>,
    /// By the business day, or by the time of creation.
    days: (Option<&'a str>, Option<&'a str>),
    times: (Option<i64>, Option<i64>),
    /// Nothing at all, since all orders here have the same channel, fulfilment and tender.
    nothing: bool,
}

impl<'a> Wanted<'a> {
    fn read(call: &'a Call<'_>) -> Result<Self, Refusal> {
        let (from, to) = (call.query("dateFrom"), call.query("dateTo"));
        let (mut days, mut times) = ((None, None), (None, None));
        match call.query("dateFilterMode") {
            // Assumption: the first of the two modes is the default one.
            None | Some("business_day") => days = (from, to),
            Some("created_at") => times = (moment(call, from, false)?, moment(call, to, true)?),
            Some(_) => {
                return Err(Refusal::Invalid("dateFilterMode must be business_day or created_at".to_owned()));
            }
        }
        let other = |name, own: &str| call.query(name).is_some_and(|wanted| wanted != own);
        Ok(Self {
            status: call.query("status"),
            payment: call.query("paymentStatus"),
            day: call.query("businessDayDate"),
            code: call.query("orderCode"),
            search: call.query("search"),
            days,
            times,
            nothing: other("channel", order::CHANNEL)
                || other("fulfillmentMethod", "DINE_IN")
                || other("paymentMethod", "CASH"),
        })
    }

    fn has(&self, number: usize, order: &Order) -> bool {
        let same = |wanted: Option<&str>, own: &str| wanted.is_none_or(|wanted| wanted == own);
        let created = order.created();
        let day = || order.business_day(number);
        !self.nothing
            && same(self.status, order.status.word())
            && same(self.payment, order.payment)
            && self.code.is_none_or(|code| code == order::code(number))
            && self.search.is_none_or(|text| {
                order::code(number).contains(text) || order::external_id(number).contains(text)
            })
            && self.times.0.is_none_or(|from| created >= from)
            && self.times.1.is_none_or(|to| created <= to)
            && self.day.is_none_or(|wanted| wanted == day())
            && self.days.0.is_none_or(|from| day().as_str() >= from)
            && self.days.1.is_none_or(|to| day().as_str() <= to)
    }
}

/// A date-time, or a date in the zone that `tzOffset` says, in minutes east of UTC.
fn moment(call: &Call<'_>, text: Option<&str>, end: bool) -> Result<Option<i64>, Refusal> {
    let Some(text) = text else { return Ok(None) };
    let invalid = || Refusal::Invalid("dateFrom and dateTo must be dates or date-times".to_owned());
    if text.len() > 10 {
        return clock::parse(text).map(Some).ok_or_else(invalid);
    }
    let offset = match call.query("tzOffset") {
        None => 0,
        Some(minutes) => minutes.parse::<i64>().map_err(|_| invalid())?,
    };
    let time = if end { "23:59:59.999" } else { "00:00:00.000" };
    let utc = clock::parse(&format!("{text}T{time}Z")).ok_or_else(invalid)?;
    Ok(Some(utc.saturating_sub(offset.saturating_mul(60 * SECOND))))
}
