"""Figures of Article 25: one definition of each, and the arithmetic from counted cells. Both wings use it."""
