//! Domains that many firms share: an address there says nothing about whose it is.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Whether the domain serves many firms: mail for everybody, social networks, market places.
pub fn serves_many(domain: &str) -> bool {
    let (first, rest) = domain.split_once('.').unwrap_or((domain, ""));
    let everywhere = EVERYWHERE.contains(first) && rest.matches('.').count() <= 1;
    let above = domain.match_indices('.').filter_map(|(dot, _)| domain.get(dot + 1..));
    everywhere || MAIL.contains(domain) || std::iter::once(domain).chain(above).any(|site| PLACES.contains(site))
}

/// Names, each found at once.
type Names = LazyLock<HashSet<&'static str>>;

/// Providers with a domain in many countries: `yahoo.de`, `yahoo.co.uk`.
static EVERYWHERE: Names = LazyLock::new(|| {
    "gmail googlemail yahoo ymail rocketmail hotmail outlook live msn icloud aol gmx yandex protonmail zoho"
        .split_whitespace()
        .collect()
});

/// Mail for everybody, by country of origin: world and America, China, Germany with Austria and Switzerland, France,
/// Italy, Benelux and the North, Iberia and Latin America, the British Isles and the antipodes, the East, Asia and Africa.
static MAIL: Names = LazyLock::new(|| {
    "
    me.com mac.com aim.com mail.com email.com usa.com inbox.com fastmail.com fastmail.fm proton.me pm.me tutanota.com hushmail.com
    comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com netzero.net optonline.net
    frontier.com windstream.net rogers.com shaw.ca telus.net sympatico.ca videotron.ca bell.net
    qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com vip.126.com yeah.net 188.com sina.com sina.cn vip.sina.com sohu.com
    tom.com 21cn.com 139.com 189.cn wo.cn aliyun.com 263.net eyou.com china.com hinet.net seed.net.tw pchome.com.tw netvigator.com
    hkstar.com macau.ctm.net
    web.de t-online.de freenet.de arcor.de online.de 1und1.de email.de mail.de vodafone.de kabelmail.de aon.at chello.at a1.net
    bluewin.ch hispeed.ch sunrise.ch
    orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net bbox.fr numericable.fr club-internet.fr
    libero.it virgilio.it tiscali.it alice.it tin.it tim.it fastwebnet.it pec.it legalmail.it aruba.it inwind.it iol.it
    telenet.be skynet.be proximus.be scarlet.be ziggo.nl kpnmail.nl planet.nl hetnet.nl xs4all.nl home.nl chello.nl upcmail.nl pt.lu
    telia.com bredband.net comhem.se spray.se online.no getmail.no tdcadsl.dk mail.dk stofanet.dk kolumbus.fi elisanet.fi saunalahti.fi
    telefonica.net movistar.es ono.com sapo.pt netcabo.pt clix.pt bol.com.br uol.com.br terra.com.br ig.com.br globo.com oi.com.br
    prodigy.net.mx terra.com terra.cl vtr.net fibertel.com.ar arnet.com.ar speedy.com.ar ciudad.com.ar cantv.net
    btinternet.com btconnect.com sky.com talktalk.net virginmedia.com ntlworld.com blueyonder.co.uk tiscali.co.uk eircom.net
    bigpond.com bigpond.net.au optusnet.com.au iinet.net.au tpg.com.au xtra.co.nz
    mail.ru bk.ru list.ru inbox.ru internet.ru rambler.ru ya.ru ukr.net i.ua meta.ua tut.by mail.kz wp.pl o2.pl onet.pl poczta.onet.pl
    interia.pl op.pl seznam.cz centrum.cz email.cz volny.cz azet.sk zoznam.sk freemail.hu citromail.hu t-online.hu abv.bg mail.bg dir.bg
    otenet.gr in.gr mail.ee inbox.lv inbox.lt siol.net net.hr t-com.me eunet.rs sezampro.rs mynet.com superonline.com ttmail.com
    naver.com daum.net hanmail.net nate.com kornet.net docomo.ne.jp ezweb.ne.jp softbank.ne.jp nifty.com ocn.ne.jp biglobe.ne.jp
    plala.or.jp excite.co.jp rediffmail.com sify.com vsnl.com vsnl.net bsnl.in in.com cyber.net.pk bdcom.com dhaka.net sltnet.lk
    eim.ae emirates.net.ae batelco.com.bh qatar.net.qa omantel.net.om kuwait.net walla.co.il walla.com netvision.net.il bezeqint.net
    012.net.il zahav.net.il singnet.com.sg starhub.net.sg pacific.net.sg streamyx.com tm.net.my jaring.my loxinfo.co.th
    telkom.net indo.net.id vnn.vn hn.vnn.vn hcm.vnn.vn fpt.vn pldtdsl.net mweb.co.za telkomsa.net vodamail.co.za iafrica.com
    menara.ma link.net tedata.net.eg africaonline.co.ke
    alibaba.com made-in-china.com globalsources.com indiamart.com tradeindia.com ec21.com tradekey.com exportersindia.com
".split_whitespace().collect()
});

/// Places whose pages, in whatever corner of them, belong to everybody.
static PLACES: Names = LazyLock::new(|| {
    "
    facebook.com fb.com instagram.com linkedin.com twitter.com x.com youtube.com tiktok.com pinterest.com wa.me whatsapp.com t.me
    vk.com weibo.com linktr.ee bit.ly sites.google.com google.com goo.gl maps.app.goo.gl amazon.com ebay.com mercadolibre.com
    europages.com kompass.com yelp.com wlw.de dnb.com wikipedia.org
".split_whitespace().collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn providers_are_told_from_firms() {
        for domain in [
            "gmail.com",
            "yahoo.com.br",
            "hotmail.fr",
            "qq.com",
            "web.de",
            "de.linkedin.com",
            "facebook.com",
            "alibaba.com",
        ] {
            assert!(serves_many(domain), "{domain}");
        }
        for domain in [
            "acme.example",
            "acme.en.alibaba.com",
            "mygmail.com",
            "live.acme.example.com",
            "notfacebook.com",
            "outlook",
        ] {
            assert_eq!(serves_many(domain), domain == "outlook", "{domain}");
        }
    }
}
