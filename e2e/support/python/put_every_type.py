"""Puts one item of every type with boto3, as its documentation has it. Usage: NAME"""
import sys
from decimal import Decimal

import boto3
from boto3.dynamodb.types import Binary

table = boto3.resource("dynamodb").Table(sys.argv[1])
table.put_item(
    Item={
        "id": "from boto3",
        "string": "Ünïcödé 😀",
        "number": Decimal("1234567890.1234567890123456789012345678"),
        "binary": Binary(b"\x00\x01\x02\xff"),
        "yes": True,
        "no": False,
        "nothing": None,
        "strings": {"a", "b"},
        "numbers": {Decimal("1"), Decimal("2.5")},
        "binaries": {Binary(b"\x00"), Binary(b"\xff")},
        "list": [Decimal("1"), "two", None],
        "map": {"a.b": {"deep": Decimal("-0.5")}},
    }
)
