"""Decision tables written from the articles. Each module's ``failures(rules)`` says where a rule set departs from them."""

from tests.regulation.tables import anonymity, disclosure, signs

TABLES = {module.__name__.rpartition(".")[2]: module.failures for module in (anonymity, disclosure, signs)}
