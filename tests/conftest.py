"""What all test runs share."""


def pytest_addoption(parser):
    parser.addoption("--campaign", action="store_true", help="run the long campaigns instead of their samples")
