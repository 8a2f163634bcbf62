"""Addresses of the public's door. No address holds a word of a document."""

from django.urls import include, path

from anxin.outer.portal import feeds
from anxin.outer.portal.views import announcements, complaints, figures, home, item, organ, pages, search, tickets

app_name = "portal"
urlpatterns = [
    path("", home.home, name="home"),
    path("documents/", search.documents, name="documents"),
    path("documents/feed/", feeds.of_search, name="feed"),
    path("announcements/", announcements.listing, name="announcements"),
    path("announcements/feed/", announcements.feed, name="announcements_feed"),
    path("d/<slug:public_id>/share.png", announcements.share, name="share"),
    path("d/<slug:public_id>/", item.newest, name="item"),
    path("d/<slug:public_id>/v<int:version>/", item.versioned, name="version"),
    path("d/<slug:public_id>/v<int:version>/<slug:public_id_again>.<slug:kind>", item.file, name="file"),
    path("organs/", organ.tree, name="organs"),
    path("organs/<slug:code>/", organ.organ, name="organ"),
    path("organs/<slug:code>/feed/", feeds.of_organ, name="organ_feed"),
    path("figures/", figures.figures, name="figures"),
    path("complaints/", complaints.complain, name="complaints"),
    path("complaints/dispute/", complaints.dispute, name="dispute"),
    path("tickets/", tickets.tickets, name="tickets"),
    path("api/docs", pages.standing, {"name": "api"}, name="api_docs"),
    path("regulation/", pages.regulation, name="regulation"),
    path("help/", pages.standing, {"name": "help"}, name="help"),
    path("accessibility/", pages.standing, {"name": "accessibility"}, name="accessibility"),
    path("feeds/", pages.standing, {"name": "feeds"}, name="feeds"),
    path("robots.txt", pages.robots, name="robots"),
    path("sitemap.xml", pages.sitemap_index, name="sitemap"),
    path("sitemap-<int:month>.xml", pages.sitemap_month, name="sitemap_month"),
    path("withdrawn.json", pages.withdrawn, name="withdrawn"),
    path("", include("anxin.web.urls")),
]
