"""Anxin 案信: disclosure of case information by people's procuratorates (2014 trial regulation)."""
