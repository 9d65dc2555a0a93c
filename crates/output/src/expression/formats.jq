def @csv: [.[] |
  if . == null then ""
  elif type == "string" then "\"" + (split("\"") | join("\"\"")) + "\""
  elif type == "array" or type == "object" then error("\(.) cannot be a csv value")
  else tostring end] | join(",");
def @tsv: [.[] |
  if . == null then ""
  elif type == "string" then
    split("\\") | join("\\\\") | split("\t") | join("\\t") | split("\n") | join("\\n") | split("\r") | join("\\r")
  elif type == "array" or type == "object" then error("\(.) cannot be a tsv value")
  else tostring end] | join("\t");
