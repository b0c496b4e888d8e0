"""Prints one item as boto3 understands it. Usage: NAME KEY, where the key is JSON."""
import json
import sys
from decimal import Decimal

import boto3
from boto3.dynamodb.types import Binary

table = boto3.resource("dynamodb").Table(sys.argv[1])
item = table.get_item(Key=json.loads(sys.argv[2]), ConsistentRead=True)["Item"]


def plain(value):
    """What JSON has no word for: numbers digit by digit, bytes as hex, sets in order."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Binary):
        return value.value.hex()
    return sorted(plain(member) if not isinstance(member, str) else member for member in value)


print(json.dumps(item, default=plain, sort_keys=True))
