print("orthotic")
