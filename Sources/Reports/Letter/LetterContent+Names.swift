import Mustache

// What stands many times in a letter gives the templates its parts by name. Without that each is looked for
// by reflection, in the part itself and then in all around it. What a part does not have is false, which
// ends the search.

extension LetterContent.Block: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "startsPage": startsPage
    case "paragraphs": paragraphs
    case "table": table ?? false
    case _: nil
    }
  }
}

extension LetterContent.Paragraph: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "style": style
    case "text": text
    case "alignment": alignment ?? false
    case "line": line ?? false
    case "drawing": drawing ?? false
    case _: nil
    }
  }
}

extension LetterTable: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "style": style
    case "width": width
    case "columns": columns
    case "rows": rows
    case _: nil
    }
  }
}

extension LetterTable.Row: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "isHeading": isHeading
    case "cells": cells
    case _: nil
    }
  }
}

extension LetterTable.Cell: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "width": width
    case "span": span ?? false
    case "paragraphs": paragraphs
    case _: nil
    }
  }
}
