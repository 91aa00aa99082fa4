//! The request that is meant by its id, wherever in the book it stands.

use crate::error::{Error, Result};
use crate::lang::tr;
use crate::rules::approval::is_called;
use crate::store::{Book, CardFile, Customer};
use crate::tr;

/// The customer whose card holds the request.
///
/// # Errors
/// None does, or several.
pub fn holder(id: &str, book: &Book) -> Result<Customer> {
    let upper = id.trim().to_uppercase();
    let scan = book.scan_texts(|location, text| {
        if !(text.contains(&upper) || text.contains(id.trim())) {
            return Ok(None);
        }
        let customer = Customer::new(CardFile { location: location.clone(), text: text.to_owned() })?;
        let holds = customer.card.request.iter().any(|request| is_called(request.id.as_deref(), id));
        Ok(holds.then_some(customer))
    });
    let mut found = scan.rows;
    if found.len() > 1 {
        let places: Vec<&str> = found.iter().map(|customer| customer.location.path.as_str()).collect();
        let places = places.join(tr(", ", "、"));
        return Err(Error::new(tr!("several cards hold a request {id}: {places}", "多张卡片都有申请 {id}：{places}"))
            .next(tr("give one of them another id: kehu edit", "请给其中一份换一个编号：kehu edit")));
    }
    match found.pop() {
        Some(customer) => Ok(customer),
        None => match scan.errors.into_iter().next() {
            Some(error) => Err(error),
            None => Err(unknown(id)),
        },
    }
}

/// No card holds such a request.
pub fn unknown(id: &str) -> Error {
    Error::new(tr!("there is no request {id}", "没有申请 {id}"))
        .next(tr("see them all: kehu request list --all", "查看全部：kehu request list --all"))
}
