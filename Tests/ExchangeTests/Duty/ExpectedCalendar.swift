/// A known plan's feed, its line ends as newlines.
enum ExpectedCalendar {
  static let team = #"""
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//prodpair//prodpair//EN
    CALSCALE:GREGORIAN
    METHOD:PUBLISH
    NAME:On duty for platform
    X-WR-CALNAME:On duty for platform
    REFRESH-INTERVAL;VALUE=DURATION:PT1H
    BEGIN:VEVENT
    UID:duty-platform-12@1a2b.prodpair
    SEQUENCE:0
    DTSTAMP:20261207T090000Z
    LAST-MODIFIED:20261206T090000Z
    DTSTART:20261207T090000Z
    DTEND:20261214T090000Z
    SUMMARY:On duty for platform: Ana and Bo "the␍␊ATTENDEE:x" O'Neil\; a\,
      b: c^nn
    DESCRIPTION:Why: never paired\; loads 3 and 3\nDuty 12 of platform
    STATUS:CONFIRMED
    TRANSP:TRANSPARENT
    ORGANIZER;CN=platform:about:invalid#platform
    ATTENDEE;CN=Ana;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:ana@example.o
     rg
    ATTENDEE;CN="Bo 'the␍␊ATTENDEE:x' O'Neil; a, b: c^^nn";ROLE=REQ-PARTICI
     PANT;PARTSTAT=ACCEPTED:about:invalid#bo
    END:VEVENT
    BEGIN:VEVENT
    UID:duty-platform-13@1a2b.prodpair
    SEQUENCE:2
    DTSTAMP:20261207T090000Z
    LAST-MODIFIED:20261208T090000Z
    DTSTART:20261214T090000Z
    DTEND:20261221T090000Z
    SUMMARY:On duty for platform: Bo "the␍␊ATTENDEE:x" O'Neil\; a\, b: c^nn
      and cy
    DESCRIPTION:Why: last paired 21 days before\; bo carries over\; loads 4 and
      2\nGiven up: ana is away (ill\; at home\, ␛[2J\\)\nDuty 13 of platform
    STATUS:CANCELLED
    TRANSP:TRANSPARENT
    ORGANIZER;CN=platform:about:invalid#platform
    ATTENDEE;CN="Bo 'the␍␊ATTENDEE:x' O'Neil; a, b: c^^nn";ROLE=REQ-PARTICI
     PANT;PARTSTAT=ACCEPTED:about:invalid#bo
    ATTENDEE;CN=cy;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:about:invalid#cy
    END:VEVENT
    BEGIN:VEVENT
    UID:run-43@1a2b.prodpair
    SEQUENCE:0
    DTSTAMP:20261207T090000Z
    LAST-MODIFIED:20261206T090000Z
    DTSTART:20261209T090000Z
    DTEND:20261209T103000Z
    SUMMARY:Run 43: new-release v7
    DESCRIPTION:cf-release@v205 in prod\nTold: support\, sales
    STATUS:CONFIRMED
    TRANSP:OPAQUE
    ORGANIZER;CN=platform:about:invalid#platform
    ATTENDEE;CN=Ana;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:ana@example.o
     rg
    END:VEVENT
    END:VCALENDAR
    """#
}
