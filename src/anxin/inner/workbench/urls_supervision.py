"""Addresses of chapter 5 in the workbench."""

from django.urls import path

from anxin.inner.workbench.views import circulars, complaints, inspections, opinion, orders, statistics, supervision

urlpatterns = [
    path("complaints/", complaints.complaints, name="complaints"),
    path("complaints/<int:complaint_id>/", complaints.complaint, name="complaint"),
    path("supervision/", supervision.supervision, name="supervision"),
    path("circulars/", circulars.circular_list, name="circulars"),
    path("circulars/new/", circulars.circular_new, name="circular_new"),
    path("circulars/<int:circular_id>/", circulars.circular, name="circular"),
    path("circulars/<int:circular_id>/word/", circulars.circular_word, name="circular_word"),
    path("circulars/<int:circular_id>/excel/", circulars.circular_excel, name="circular_excel"),
    path("statistics/", statistics.statistics, name="statistics"),
    path("supervision/sites/", supervision.sites, name="sites"),
    path("inspections/", inspections.inspections, name="inspections"),
    path("inspections/<int:inspection_id>/", inspections.inspection, name="inspection"),
    path("samples/<int:sample_id>/", inspections.sample, name="sample"),
    path("orders/", orders.orders, name="orders"),
    path("orders/new/", orders.order_new, name="order_new"),
    path("orders/<int:order_id>/", orders.order, name="order"),
    path("opinion/", opinion.opinions, name="opinions"),
    path("opinion/new/", opinion.opinion_new, name="opinion_new"),
    path("opinion/feeds/", opinion.feeds, name="feeds"),
    path("opinion/<int:opinion_id>/", opinion.opinion, name="opinion"),
]
