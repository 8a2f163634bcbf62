"""Addresses of chapter 3."""

from django.urls import path

from anxin.inner.workbench.views import announcement_acts, announcement_tasks, announcements

urlpatterns = [
    path("announcements/", announcements.announcements, name="announcements"),
    path("announcements/new/", announcements.new, name="announcement_new"),
    path("announcements/tasks/", announcement_tasks.announcement_tasks, name="announcement_tasks"),
    path("announcements/tasks/<int:task_id>/", announcement_tasks.announcement_task, name="announcement_task"),
    path("announcements/figures/", announcement_tasks.announcement_figures, name="announcement_figures"),
    path("announcements/<int:announcement_id>/", announcements.announcement, name="announcement"),
    path("announcements/<int:announcement_id>/pictures/<int:picture_id>/", announcements.picture,
         name="announcement_picture"),
    path("announcements/<int:announcement_id>/<str:name>/", announcement_acts.act, name="announcement_act"),
]  # fmt: skip
