email-sent-by = This message was sent by the password portal of { $organisation }.
