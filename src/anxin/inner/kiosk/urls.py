"""Addresses of the touch screen: nothing but reading."""

from django.urls import path

from anxin.inner.kiosk import views

urlpatterns = [
    path("", views.home, name="home"),
    path("type/<str:doc_type>/", views.of_type, name="of_type"),
    path("month/<int:year>/<int:month>/", views.of_month, name="of_month"),
    path("number/", views.number, name="number"),
    path("read/<str:public_id>/", views.read, name="read"),
    path("still/<str:public_id>/", views.still, name="still"),
]
